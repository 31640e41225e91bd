;; A mutable global is an LLVM global in memory, a constant one is its value.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s
(module
  (global $i (mut i32) (i32.const -3))
  (global $f f64 (f64.const 2.5))
  (global $r (mut externref) (ref.null extern))
  ;; CHECK-DAG: @wasmc.global.0 = hidden global i32 -3
  ;; CHECK-DAG: @wasmc.global.2 = hidden global ptr null
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.add(
  ;; CHECK: [[A:%.*]] = load i32, ptr @wasmc.global.0, align 4, !tbaa [[TAG:!.*]]
  ;; CHECK-NEXT: [[B:%.*]] = add i32 [[A]], %0
  ;; CHECK-NEXT: store i32 [[B]], ptr @wasmc.global.0, align 4, !tbaa [[TAG]]
  (func $add (param i32) (global.set $i (i32.add (global.get $i) (local.get 0))))
  ;; CHECK-LABEL: @wasm.constant(
  ;; CHECK-NEXT: entry:
  ;; CHECK-NEXT: ret double 2.500000e+00
  (func $constant (result f64) (global.get $f)))
