;; Atomic accesses are LLVM's, sequentially consistent, after a check of the
;; alignment; a shared memory's size is read atomically.
;; RUN: %wasmc -S -emit-llvm -O0 %s -o - | FileCheck %s
(module
  (memory (export "memory") 1 2 shared)
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.load(
  ;; CHECK: and i32 {{.*}}, 3
  ;; CHECK: load atomic volatile i32, ptr {{.*}} seq_cst, align 4
  (func $load (param i32) (result i32) (i32.atomic.load (local.get 0)))
  ;; CHECK-LABEL: @wasm.store(
  ;; CHECK: store atomic i16 {{.*}} seq_cst, align 2
  (func $store (param i32) (i32.atomic.store16 (local.get 0) (local.get 0)))
  ;; CHECK-LABEL: @wasm.add(
  ;; CHECK-NOT: and i32
  ;; CHECK: atomicrmw volatile add ptr {{.*}} seq_cst, align 1
  (func $add (param i32) (result i32)
    (i32.atomic.rmw8.add_u (local.get 0) (local.get 0)))
  ;; CHECK-LABEL: @wasm.exchange(
  ;; CHECK: cmpxchg volatile ptr {{.*}} seq_cst seq_cst, align 8
  (func $exchange (param i32 i64) (result i64)
    (i64.atomic.rmw.cmpxchg (local.get 0) (local.get 1) (local.get 1)))
  ;; CHECK-LABEL: @wasm.fence(
  ;; CHECK: fence seq_cst
  (func $fence (atomic.fence))
  ;; CHECK-LABEL: @wasm.size(
  ;; CHECK: load atomic i64, ptr {{.*}} seq_cst
  ;; CHECK: call i64 @wasmc_shared_memory_grow(
  (func $size (result i32) (i32.add (memory.size) (memory.grow (i32.const 1)))))
