;; Instantiation as IR: segments are copied after a check and dropped, then the
;; start function runs, then the entry.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s
(module
  (memory 2 5)
  (table $t 4 funcref)
  (elem (table $t) (i32.const 1) func $start)
  (data (i32.const 16) "hello")
  (data "passive")
  (start $start)
  (func $start)
  (func $entry (export "_start") (table.fill $t (i32.const 0) (ref.null func) (i32.const 0)))
  ;; CHECK-DAG: @wasmc.data.0 = hidden constant [5 x i8] c"hello"
  ;; CHECK-DAG: @wasmc.data.0.size = hidden global i32 5
  ;; CHECK-DAG: @wasmc.data.1 = hidden constant [7 x i8] c"passive"
  ;; CHECK-DAG: @wasmc_module = hidden constant
  ;; CHECK-LABEL: define hidden void @wasmc.instantiate()
  ;; CHECK: call void @llvm.memcpy{{.*}}@wasmc.elem.0
  ;; CHECK: store i32 0, ptr @wasmc.elem.0.size
  ;; CHECK: call void @llvm.memcpy{{.*}}ptr align 1 @wasmc.data.0, i64 5
  ;; CHECK-NEXT: store i32 0, ptr @wasmc.data.0.size
  ;; CHECK-NOT: @wasmc.data.1,
  ;; CHECK: call fastcc void @wasm.start()
  ;; CHECK-NEXT: ret void
  ;; CHECK-LABEL: define hidden void @wasmc_main()
  ;; CHECK: call void @wasmc.instantiate()
  ;; CHECK-NEXT: call fastcc void @wasm.entry()
  ;; CHECK-NEXT: ret void
)
