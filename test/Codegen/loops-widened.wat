;; Which addresses of a loop become 64-bit pointers: the header of
;; WidenAddresses.h has the proof, these are its conditions.
;; RUN: split-file %s %t
;; RUN: %wasmc %t/capped.wat -O2 --target=linux -S -emit-llvm -o - | FileCheck %t/capped.wat
;; RUN: %wasmc %t/largest.wat -O2 --target=linux -S -emit-llvm -o - | FileCheck %t/largest.wat
;; RUN: %wasmc %t/bytes.wat -O2 --target=linux -S -emit-llvm -o - | FileCheck %t/largest.wat

;--- capped.wat
(module
  (memory 1 65536)
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.largestStep(
  ;; CHECK: %root = inttoptr
  (func $largestStep (export "a") (param $x i32) (param $n i32)
    (loop $next
      (i32.store (local.get $x) (local.get $n))
      (local.set $x (i32.add (local.get $x) (i32.const 65536)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  ;; The index may wrap from one iteration to the next without a trap.
  ;; CHECK-LABEL: @wasm.stepTooLarge(
  ;; CHECK-NOT: %root
  ;; CHECK: ret void
  (func $stepTooLarge (export "b") (param $x i32) (param $n i32)
    (loop $next
      (i32.store (local.get $x) (local.get $n))
      (local.set $x (i32.add (local.get $x) (i32.const 65540)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  ;; Not every iteration makes the access.
  ;; CHECK-LABEL: @wasm.conditional(
  ;; CHECK-NOT: %root
  ;; CHECK: ret void
  (func $conditional (export "c") (param $x i32) (param $n i32)
    (loop $next
      (if (i32.and (local.get $n) (i32.const 5))
        (then (i32.store (local.get $x) (local.get $n)) (call $other)))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  (func $other (export "d"))
  ;; Down, but with an offset: below the base there would be memory.
  ;; CHECK-LABEL: @wasm.downWithOffset(
  ;; CHECK-NOT: %root
  ;; CHECK: ret void
  (func $downWithOffset (export "e") (param $x i32) (param $n i32)
    (loop $next
      (i32.store offset=16 (local.get $x) (local.get $n))
      (local.set $x (i32.sub (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  ;; The second is too far above for the first to prove anything, and proves
  ;; its own.
  ;; CHECK-LABEL: @wasm.farApart(
  ;; CHECK: %root = inttoptr
  ;; CHECK: %root{{[0-9]+}} = inttoptr
  ;; CHECK-NOT: %root{{[0-9]+}} = inttoptr
  ;; CHECK: ret void
  (func $farApart (export "f") (param $x i32) (param $n i32)
    (loop $next
      (i32.store (local.get $x) (i32.load offset=4 (local.get $x)))
      (i32.store (i32.add (local.get $x) (i32.const 100000)) (local.get $n))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))

;--- largest.wat
(module
  (memory 65536)
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.store(
  ;; CHECK-NOT: %root
  ;; CHECK: ret void
  (func $store (export "a") (param $x i32) (param $n i32)
    (loop $next
      (i32.store (local.get $x) (local.get $n))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))

;--- bytes.wat
(module
  (memory 4 (pagesize 1))
  (func (export "_start"))
  (func $store (export "a") (param $x i32) (param $n i32)
    (loop $next
      (i32.store (local.get $x) (local.get $n))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))
