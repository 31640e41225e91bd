;; Calls as IR: fastcc between functions of the module, C to the runtime, a
;; structure for several results; no call may become a jump or be deleted.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -O3 -S -emit-llvm -o - | FileCheck %s --check-prefix=OPT
(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (func (export "_start") (drop (call $yield)))
  ;; CHECK: define hidden fastcc { i32, i64 } @wasm.two(i32 %0) #[[A:[0-9]+]]
  ;; CHECK: insertvalue { i32, i64 } poison, i32 %0, 0
  ;; CHECK: ret { i32, i64 }
  (func $two (param i32) (result i32 i64) (local.get 0) (i64.const 7))
  ;; CHECK-LABEL: @wasm.use(
  ;; CHECK: [[R:%.*]] = call fastcc { i32, i64 } @wasm.two(i32 3)
  ;; CHECK-NEXT: extractvalue { i32, i64 } [[R]], 0
  ;; CHECK-NEXT: [[L:%.*]] = extractvalue { i32, i64 } [[R]], 1
  ;; CHECK-NEXT: ret i64 [[L]]
  (func $use (result i64) (local i64)
    (call $two (i32.const 3)) (local.set 0) (drop) (local.get 0))
  ;; CHECK-LABEL: @wasm.import(
  ;; CHECK: = call i32 @wasmc_traced_sched_yield()
  (func $import (result i32) (call $yield))
  ;; OPT-LABEL: @wasm.recursive(
  ;; OPT: call fastcc i32 @wasm.recursive(
  ;; OPT-NEXT: ret i32
  (func $recursive (param i32) (result i32)
    (call $recursive (i32.add (local.get 0) (i32.const 1))))
  ;; OPT-LABEL: @wasm.unused(
  ;; OPT: call fastcc i32 @wasm.recursive(
  (func $unused (drop (call $recursive (i32.const 1))))
  ;; CHECK: attributes #[[A]] = { nounwind uwtable
  ;; CHECK-SAME: "disable-tail-calls"="true"
  ;; CHECK-SAME: "probe-stack"="inline-asm"
  ;; OPT-NOT: {{mustprogress|willreturn|nofree|norecurse}} {{.*}}"disable-tail-calls"
)
