;; Control as IR: blocks only where branches meet, locals as phis and never in
;; memory, br_table as a switch.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s --implicit-check-not=alloca
(module
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.straight(
  ;; CHECK-NEXT: entry:
  ;; CHECK-NEXT: add i32 %0, 1
  ;; CHECK-NEXT: ret i32
  (func $straight (param i32) (result i32)
    (block (block (local.set 0 (i32.add (local.get 0) (i32.const 1))))) (local.get 0))
  ;; CHECK-LABEL: @wasm.if(
  ;; CHECK: [[C:%.*]] = icmp ne i32 %0, 0
  ;; CHECK-NEXT: br i1 [[C]], label %then, label %else
  ;; CHECK: label:
  ;; CHECK-NEXT: [[V:%.*]] = phi i32 [ 0, %else ], [ 5, %then ]
  ;; CHECK-NEXT: ret i32 [[V]]
  (func $if (param i32) (result i32) (local i32)
    (if (local.get 0) (then (local.set 1 (i32.const 5)))) (local.get 1))
  ;; CHECK-LABEL: @wasm.loop(
  ;; CHECK: br label %loop
  ;; CHECK: loop:
  ;; CHECK-NEXT: [[N:%.*]] = phi i32 [ {{.*}}, %loop ], [ %0, %entry ]
  ;; CHECK: br i1 {{.*}}, label %loop, label %next
  (func $loop (param i32)
    (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))
  ;; CHECK-LABEL: @wasm.table(
  ;; CHECK: switch i32 %0, label %[[D:.*]] [
  ;; CHECK-NEXT: i32 0, label %[[A:.*]]
  ;; CHECK-NEXT: i32 2, label %[[A]]
  ;; CHECK-NEXT: ]
  (func $table (param i32) (result i32)
    (block (block (br_table 0 1 0 1 (local.get 0))) (return (i32.const 1)))
    (i32.const 2))
  ;; CHECK-LABEL: @wasm.unreachable(
  ;; CHECK-NEXT: entry:
  ;; CHECK-NEXT: br label %trap
  ;; CHECK: trap:
  ;; CHECK-NEXT: call void @llvm.ubsantrap(i8 1)
  ;; CHECK-NEXT: unreachable
  ;; CHECK-NEXT: }
  (func $unreachable (result i32) (unreachable) (i32.const 1) (i32.add))
  ;; CHECK-LABEL: @wasm.select(
  ;; CHECK: select i1 {{.*}}, double %0, double %1
  (func $select (param f64 f64 i32) (result f64)
    (select (local.get 0) (local.get 1) (local.get 2))))
