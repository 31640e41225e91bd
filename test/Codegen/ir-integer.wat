;; Integer instructions as IR: an LLVM instruction each, counts masked, results
;; of comparisons widened.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s
(module
  (func (export "_start"))
  ;; CHECK-LABEL: define hidden fastcc i32 @wasm.add(i32 %0, i32 %1)
  ;; CHECK: [[R:%.*]] = add i32 %0, %1
  ;; CHECK-NEXT: ret i32 [[R]]
  (func $add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.shift(
  ;; CHECK: [[N:%.*]] = and i64 %1, 63
  ;; CHECK-NEXT: ashr i64 %0, [[N]]
  (func $shift (param i64 i64) (result i64) (i64.shr_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.rotate(
  ;; CHECK: call i32 @llvm.fshr.i32(i32 %0, i32 %0, i32 %1)
  (func $rotate (param i32 i32) (result i32) (i32.rotr (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.compare(
  ;; CHECK: [[C:%.*]] = icmp ult i64 %0, %1
  ;; CHECK-NEXT: zext i1 [[C]] to i32
  (func $compare (param i64 i64) (result i32) (i64.lt_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.zeros(
  ;; CHECK: call i32 @llvm.cttz.i32(i32 %0, i1 false)
  (func $zeros (param i32) (result i32) (i32.ctz (local.get 0)))
  ;; CHECK-LABEL: @wasm.extend(
  ;; CHECK: [[T:%.*]] = trunc i64 %0 to i8
  ;; CHECK-NEXT: sext i8 [[T]] to i64
  (func $extend (param i64) (result i64) (i64.extend8_s (local.get 0)))
  ;; CHECK-LABEL: @wasm.divide(
  ;; CHECK: [[ZERO:%.*]] = icmp eq i32 %1, 0
  ;; CHECK-NEXT: br i1 [[ZERO]], label %trap, label %ok, !prof
  ;; CHECK: and i1
  ;; CHECK-NEXT: br i1 {{.*}}, label %[[OVERFLOW:.*]], label
  ;; CHECK: call void @llvm.ubsantrap(i8 2)
  ;; CHECK-NEXT: unreachable
  ;; CHECK: sdiv i32 %0, %1
  ;; CHECK: [[OVERFLOW]]:
  ;; CHECK-NEXT: call void @llvm.ubsantrap(i8 3)
  (func $divide (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.by-constant(
  ;; CHECK-NEXT: entry:
  ;; CHECK-NEXT: udiv i32 %0, 10
  (func $by-constant (param i32) (result i32) (i32.div_u (local.get 0) (i32.const 10)))
  ;; Two divisions share the block that traps.
  ;; CHECK-LABEL: @wasm.twice(
  ;; CHECK-COUNT-1: @llvm.ubsantrap(
  ;; CHECK-NOT: @llvm.ubsantrap(
  (func $twice (param i32 i32) (result i32)
    (i32.div_u (i32.rem_u (local.get 0) (local.get 1)) (local.get 1)))
  ;; CHECK-LABEL: define hidden fastcc void @wasm.last(
  (func $last))
