;; An access is a zero-extended index, a base and an offset, unaligned and
;; tagged: the base is a constant on Linux and one invariant load on Windows.
;; RUN: %wasmc %s -O0 --target=linux -S -emit-llvm -o - | FileCheck %s --check-prefixes=CHECK,LINUX
;; RUN: %wasmc %s -O0 --target=windows -S -emit-llvm -o - | FileCheck %s --check-prefixes=CHECK,WINDOWS
(module
  (memory 1)
  (func (export "_start"))
  ;; CHECK-LABEL: define hidden fastcc i64 @wasm.load(
  ;; WINDOWS: %memory = load ptr, ptr @wasmc_memory, {{.*}}!invariant.load
  ;; CHECK: [[I:%.*]] = zext i32 %0 to i64
  ;; LINUX-NEXT: [[P:%.*]] = getelementptr i8, ptr inttoptr (i64 268435456 to ptr), i64 [[I]]
  ;; WINDOWS-NEXT: [[P:%.*]] = getelementptr i8, ptr %memory, i64 [[I]]
  ;; CHECK-NEXT: [[Q:%.*]] = getelementptr i8, ptr [[P]], i64 4294967295
  ;; CHECK-NEXT: [[V:%.*]] = load volatile i16, ptr [[Q]], align 1, !tbaa [[HEAP:!.*]]{{$}}
  ;; CHECK-NEXT: sext i16 [[V]] to i64
  (func $load (param i32) (result i64) (i64.load16_s offset=0xffffffff (local.get 0)))
  ;; CHECK-LABEL: define hidden fastcc void @wasm.store(
  ;; CHECK: [[T:%.*]] = trunc i64 %1 to i32
  ;; CHECK-NEXT: store i32 [[T]], ptr {{.*}}, align 1, !tbaa [[HEAP]]
  (func $store (param i32 i64) (i64.store32 align=4 (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.size(
  ;; CHECK: load i64, ptr getelementptr {{.*}}@wasmc_memory{{.*}}!tbaa [[STATE:!.*]]{{$}}
  (func $size (result i32) (memory.size))
  ;; CHECK-LABEL: @wasm.grow(
  ;; CHECK: call i64 @wasmc_memory_grow(ptr @wasmc_memory,
  (func $grow (param i32) (result i32) (memory.grow (local.get 0)))
  ;; CHECK-LABEL: @wasm.fill(
  ;; CHECK: br i1 {{.*}}, label %trap, label %ok
  ;; CHECK: call void @llvm.memset.p0.i64(ptr align 1
  (func $fill (param i32 i32 i32)
    (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  ;; CHECK-LABEL: @wasm.copy(
  ;; CHECK: call void @llvm.memmove.p0.p0.i64(ptr align 1 {{.*}}, ptr align 1
  (func $copy (param i32 i32 i32)
    (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  ;; CHECK-DAG: [[HEAP]] = !{[[HEAPTYPE:!.*]], [[HEAPTYPE]], i64 0}
  ;; CHECK-DAG: [[HEAPTYPE]] = !{!"wasm heap", [[ROOT:!.*]], i64 0}
  ;; CHECK-DAG: [[STATE]] = !{[[STATETYPE:!.*]], [[STATETYPE]], i64 0}
  ;; CHECK-DAG: [[STATETYPE]] = !{!"wasm state", [[ROOT]], i64 0}
)
