;; A table that nothing changes is constant data of code, type and index; one
;; that may change holds references, and its calls check for null.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s
(module
  (type $v (func))
  (type $i (func (result i32)))
  (type $again (func))
  (table $constant 3 funcref)
  (table $mutable 2 funcref)
  (elem (table $constant) (i32.const 1) func $v $i)
  ;; CHECK: @wasmc.table.0 = hidden constant [3 x %WasmcFunc] [%WasmcFunc { ptr null, i32 -1, i32 0 }, %WasmcFunc { ptr @wasm.v, i32 0, i32 1 }, %WasmcFunc { ptr @wasm.i, i32 1, i32 2 }]
  ;; CHECK: @wasmc.table.1 = hidden global %WasmcTable { ptr @wasmc.table.1.elements, i32 2,
  ;; CHECK: @wasmc.ref.wasm.v = hidden constant %WasmcFunc { ptr @wasm.v, i32 0, i32 1 }
  (func (export "_start"))
  (func $v (type $again))
  (func $i (type $i) (i32.const 1))
  ;; CHECK-LABEL: @wasm.call-constant(
  ;; CHECK: [[OUT:%.*]] = icmp uge i32 %0, 3
  ;; CHECK-NEXT: br i1 [[OUT]], label %trap, label %ok
  ;; CHECK: [[P:%.*]] = getelementptr %WasmcFunc, ptr @wasmc.table.0,
  ;; CHECK: [[T:%.*]] = load i32, {{.*}}!invariant.load
  ;; CHECK: [[BAD:%.*]] = icmp ne i32 [[T]], 0
  ;; CHECK-NEXT: br i1 [[BAD]], label %mismatch,
  ;; CHECK: call void @llvm.ubsantrap(i8 7)
  ;; CHECK: [[CODE:%.*]] = load ptr, {{.*}}!invariant.load
  ;; CHECK-NEXT: call fastcc void [[CODE]]()
  ;; CHECK: mismatch:
  ;; CHECK: icmp eq i32 {{.*}}, -1
  ;; CHECK: call void @llvm.ubsantrap(i8 8)
  ;; CHECK: call void @llvm.ubsantrap(i8 9)
  (func $call-constant (param i32) (call_indirect $constant (type $v) (local.get 0)))
  ;; CHECK-LABEL: @wasm.call-mutable(
  ;; CHECK: = load ptr, ptr @wasmc.table.1,
  ;; CHECK: [[R:%.*]] = load ptr, ptr {{.*}}!tbaa
  ;; CHECK-NEXT: [[NULL:%.*]] = icmp eq ptr [[R]], null
  ;; CHECK-NEXT: br i1 [[NULL]], label
  (func $call-mutable (param i32) (call_indirect $mutable (type $v) (local.get 0)))
  ;; CHECK-LABEL: @wasm.set(
  ;; CHECK: store ptr @wasmc.ref.wasm.v, ptr
  (func $set (param i32) (table.set $mutable (local.get 0) (ref.func $v)))
  ;; CHECK-LABEL: @wasm.grow(
  ;; CHECK: call {{.*}} @wasmc_table_grow(ptr @wasmc.table.1, ptr null,
  (func $grow (param i32) (result i32)
    (table.grow $mutable (ref.null func) (local.get 0))))
