;; Neither an address nor a counter beside it wraps if it leaves memory before: LLVM
;; then knows how often the loop goes round, and may vectorise it.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check --levels=0,2,3
(module
  (memory 1)
  (data (i32.const 64) "\01\02\03\04\15\16\17\18\29\2a\2b\2c\3d\3e\3f\40\f1\e2\d3\c4\b5\a6\97\88")

  ;; 4 for each 8 bytes: after 2^32 - 65536 bytes it is below 2^31.
  ;; CHECK-LABEL: @wasm.half(
  ;; CHECK: vector.body
  ;; CHECK: add nuw nsw i32 %{{[0-9]+}}, 4
  ;; CHECK: ret i32
  (func $half (param $p i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (i32.mul (i32.load (local.get $p)) (i32.load offset=4 (local.get $p)))))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))
    (local.get $s))

  ;; 8 for each 8 bytes go beyond 2^31.
  ;; CHECK-LABEL: @wasm.whole(
  ;; CHECK-NOT: vector.body
  ;; CHECK: ret i32
  (func $whole (param $p i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (i32.mul (i32.load (local.get $p)) (i32.load offset=4 (local.get $p)))))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 8))) (local.get $n))))
    (local.get $s))

  ;; From anywhere it may wrap at once.
  ;; CHECK-LABEL: @wasm.anywhere(
  ;; CHECK-NOT: vector.body
  ;; CHECK: add i32 %{{[0-9]+}}, 4
  ;; CHECK: ret i32
  (func $anywhere (param $p i32) (param $n i32) (param $i i32) (result i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (i32.mul (i32.load (local.get $p)) (i32.load offset=4 (local.get $p)))))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))
    (local.get $s))

  ;; An access that not every iteration makes says nothing.
  ;; CHECK-LABEL: @wasm.sometimes(
  ;; CHECK-NOT: vector.body
  ;; CHECK: add i32 %{{[0-9]+}}, 4
  ;; CHECK: ret i32
  (func $sometimes (param $p i32) (param $n i32) (param $bits i32) (result i32) (local $i i32) (local $s i32)
    (loop $again
      (if (i32.and (i32.shr_u (local.get $bits) (local.get $i)) (i32.const 1))
        (then (local.set $s (i32.add (local.get $s) (i32.mul (i32.load (local.get $p)) (i32.load offset=4 (local.get $p)))))))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))
    (local.get $s))

  ;; Where the end may be missed, the loop goes on until it traps: it counts to
  ;; the end if that is met, and else to one that no counter gets to.
  ;; CHECK-LABEL: @wasm.missed(
  ;; CHECK: select i1 %{{.*}}, i64 8589934592, i64
  ;; CHECK: vector.body
  ;; CHECK: ret i32
  (func $missed (param $p i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (i32.mul (i32.load (local.get $p)) (i32.load offset=4 (local.get $p)))))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))
    (local.get $s))

  ;; 16 for each 8 bytes may come round, and meet the end then.
  ;; CHECK-LABEL: @wasm.round(
  ;; CHECK-NOT: vector.body
  ;; CHECK: add i32 %{{[0-9]+}}, 16
  ;; CHECK: ret i32
  (func $round (param $p i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (i32.mul (i32.load (local.get $p)) (i32.load offset=4 (local.get $p)))))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $again (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $n))))
    (local.get $s))

  ;; An address is its own bound.
  ;; CHECK-LABEL: @wasm.pointer(
  ;; CHECK: vector.body
  ;; CHECK: ret i32
  (func $pointer (param $p i32) (param $end i32) (result i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (i32.load (local.get $p))))
      (br_if $again (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4))) (local.get $end))))
    (local.get $s))

  ;; One below it may wrap at once.
  ;; CHECK-LABEL: @wasm.below(
  ;; CHECK-NOT: vector.body
  ;; CHECK: ret i32
  (func $below (param $p i32) (param $end i32) (result i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (local.get $s) (i32.load (i32.add (local.get $p) (i32.const 8)))))
      (br_if $again (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4))) (local.get $end))))
    (local.get $s))

  ;; What the last iteration counts to is used, too.
  (func (export "_start")
    (if (i32.ne (call $half (i32.const 64) (i32.const 12)) (i32.const 0xea36f43f)) (then unreachable))
    (if (i32.ne (call $whole (i32.const 64) (i32.const 24)) (i32.const 0xea36f43f)) (then unreachable))
    (if (i32.ne (call $anywhere (i32.const 64) (i32.const 0x80000009) (i32.const 0x7fffffff)) (i32.const 0xea36f43f)) (then unreachable))
    (if (i32.ne (call $missed (i32.const 64) (i32.const 12)) (i32.const 0xea36f43f)) (then unreachable))
    (if (i32.ne (call $round (i32.const 64) (i32.const 48)) (i32.const 0xea36f43f)) (then unreachable))
    (if (i32.ne (call $pointer (i32.const 64) (i32.const 88)) (i32.const 0xd5f00a22)) (then unreachable))
    (if (i32.ne (call $below (i32.const -8) (i32.const 4)) (i32.const 0)) (then unreachable))
    (if (i32.ne (call $sometimes (i32.const 64) (i32.const 12) (i32.const 0x111)) (i32.const 0xea36f43f)) (then unreachable))))
