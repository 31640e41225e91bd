;; A loop that ends at a constant counts to it in the 64 bits of its addresses:
;; no instruction cuts the counter to 32 bits to compare it.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check --levels=0,2,3
(module
  (memory 1)
  (data (i32.const 64) "\01\02\03\04\15\16\17\18\29\2a\2b\2c\3d\3e\3f\40")

  ;; CHECK-LABEL: @wasm.forward(
  ;; CHECK: %[[NEXT:.*]] = add nuw nsw i64 %offset, 8
  ;; CHECK-NEXT: icmp eq i64 %[[NEXT]], 1024
  ;; CHECK: ret i32
  (func $forward (param $p i32) (result i32) (local $i i32) (local $s i32)
    (loop $again
      (if (i32.load8_u (i32.add (local.get $p) (local.get $i)))
        (then (local.set $s (i32.rem_u
          (i32.add (local.get $s)
            (i32.load (i32.add (local.get $p) (local.get $i))))
          (i32.const 1000003)))))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br_if $again (i32.ne (local.get $i) (i32.const 1024))))
    (local.get $s))

  ;; It goes on while that is equal: once.
  ;; CHECK-LABEL: @wasm.while_equal(
  ;; CHECK: ret i32
  (func $while_equal (param $p i32) (result i32) (local $i i32) (local $s i32)
    (loop $again
      (local.set $s (i32.rem_u
        (i32.add (local.get $s)
          (i32.load (i32.add (local.get $p) (local.get $i))))
        (i32.const 1000003)))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br_if $again (i32.eq (local.get $i) (i32.const 4))))
    (i32.add (local.get $s) (local.get $i)))

  ;; Steps over its end, comes round and meets it then: traps before, at any level.
  ;; CHECK-LABEL: @wasm.missed(
  ;; CHECK: ret i32
  (func $missed (export "missed") (param $p i32) (result i32)
    (local $i i32) (local $s i32)
    (loop $again
      (local.set $s (i32.rem_u
        (i32.add (local.get $s)
          (i32.load (i32.add (local.get $p) (local.get $i))))
        (i32.const 1000003)))
      (local.set $i (i32.add (local.get $i) (i32.const 12)))
      (br_if $again (i32.ne (local.get $i) (i32.const 1024))))
    (local.get $s))

  (func $check (param $found i32) (param $expected i32)
    (if (i32.ne (local.get $found) (local.get $expected)) (then unreachable)))

  (func (export "_start") (local $k i32)
    (loop $fill
      (i32.store (i32.shl (local.get $k) (i32.const 2))
        (i32.add (i32.mul (local.get $k) (i32.const 2654435)) (i32.const 1)))
      (br_if $fill (i32.lt_u
        (local.tee $k (i32.add (local.get $k) (i32.const 1)))
        (i32.const 600))))
    (call $check (call $forward (i32.const 32)) (i32.const 80672))
    (call $check (call $while_equal (i32.const 64)) (i32.const 596104))))
