;; A store out of bounds traps in a loop that would never end, too, though each
;; iteration makes it to the same place.
;; RUN: %run_all %s --exports --levels 0,2,3,s
;; RUN: %wasmc %s -O2 --entry=in-bounds --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1)

  ;; CHECK-LABEL: @wasm.store(
  ;; CHECK: loop:
  ;; CHECK: store i32 %{{.*}}, ptr %
  ;; CHECK: br i1
  ;; CHECK: ret
  (func $store (param $p i32) (local $i i32)
    (loop $again
      (i32.store (local.get $p) (local.get $i))
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br_if $again (i32.ne (local.get $i) (i32.const 1)))))
;; TRAP past-the-end: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "past-the-end") (call $store (i32.const 0x10000)))

  ;; It is the inner loop that has no end.
  (func $outer (param $p i32) (param $n i32) (local $i i32)
    (loop $next
      (i32.store (local.get $p) (local.get $n))
      (loop $again
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br_if $again (i32.ne (local.get $i) (i32.const 1))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
;; TRAP around-a-loop: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "around-a-loop") (call $outer (i32.const 0x10000) (i32.const 3)))

  ;; What is read before the loop may be written after it.
  ;; CHECK-LABEL: @wasm.sum(
  ;; CHECK: load i32
  ;; CHECK: loop:
  ;; CHECK-NOT: store
  ;; CHECK: br i1
  ;; CHECK: store i32
  (func $sum (param $p i32) (local $i i32)
    (loop $again
      (i32.store (local.get $p) (i32.add (i32.load (local.get $p)) (local.get $i)))
      (local.set $i (i32.mul (i32.add (local.get $i) (i32.const 2)) (local.get $i)))
      (br_if $again (i32.ne (local.get $i) (i32.const 1)))))
;; TRAP read-and-written: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "read-and-written") (call $sum (i32.const 0x10000)))

  ;; A loop that counts to its end is left.
  ;; CHECK-LABEL: @wasm.counted(
  ;; CHECK: loop:
  ;; CHECK-NOT: store
  ;; CHECK: br i1
  ;; CHECK: store i32
  (func $counted (param $p i32) (param $n i32) (local $x i32)
    (loop $again
      (local.set $x (i32.xor (i32.mul (local.get $x) (i32.const 5)) (local.get $n)))
      (i32.store (local.get $p) (local.get $x))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
;; TRAP after-a-count: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "after-a-count") (call $counted (i32.const 0x10000) (i32.const 9)))
;; ENDS in-bounds
  (func (export "in-bounds") (call $counted (i32.const 0xfffc) (i32.const 9))))
