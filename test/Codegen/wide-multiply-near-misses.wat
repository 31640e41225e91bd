;; What looks like a 128-bit multiplication but differs in one place is called, not
;; replaced.
;; RUN: %wasmc %s -O1 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (type $multiply (func (param i32 i64 i64 i64 i64)))
  (memory 1)
  (func (export "_start"))
  (func $exact (type $multiply) (local i64)
    local.get 0 local.get 4 local.get 1 i64.mul local.get 2 local.get 3 i64.mul i64.add
    local.get 3 i64.const 32 i64.shr_u local.tee 2 local.get 1 i64.const 32 i64.shr_u local.tee 4
    i64.mul i64.add local.get 3 i64.const 4294967295 i64.and local.tee 3 local.get 1 i64.const 4294967295
    i64.and local.tee 1 i64.mul local.tee 5 i64.const 32 i64.shr_u local.get 3 local.get 4 i64.mul
    i64.add local.tee 3 i64.const 32 i64.shr_u i64.add local.get 3 i64.const 4294967295 i64.and
    local.get 2 local.get 1 i64.mul i64.add local.tee 1 i64.const 32 i64.shr_u i64.add
    i64.store offset=8 
    local.get 0 local.get 1 i64.const 32 i64.shl local.get 5 i64.const 4294967295 i64.and i64.or i64.store)
  ;; CHECK-LABEL: @wasm.call-exact(
  ;; CHECK-NOT: call {{.*}}@wasm.exact(
  ;; CHECK: ret void
  (func $call-exact (export "exact") (type $multiply)
    (call $exact (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)))
  (func $otherMask (type $multiply) (local i64)
    local.get 0 local.get 4 local.get 1 i64.mul local.get 2 local.get 3 i64.mul i64.add
    local.get 3 i64.const 32 i64.shr_u local.tee 2 local.get 1 i64.const 32 i64.shr_u local.tee 4
    i64.mul i64.add local.get 3 i64.const 4294967295 i64.and local.tee 3 local.get 1 i64.const 2147483647
    i64.and local.tee 1 i64.mul local.tee 5 i64.const 32 i64.shr_u local.get 3 local.get 4 i64.mul
    i64.add local.tee 3 i64.const 32 i64.shr_u i64.add local.get 3 i64.const 4294967295 i64.and
    local.get 2 local.get 1 i64.mul i64.add local.tee 1 i64.const 32 i64.shr_u i64.add
    i64.store offset=8 
    local.get 0 local.get 1 i64.const 32 i64.shl local.get 5 i64.const 4294967295 i64.and i64.or i64.store)
  ;; CHECK-LABEL: @wasm.call-otherMask(
  ;; CHECK: call {{.*}}@wasm.otherMask(
  ;; CHECK: ret void
  (func $call-otherMask (export "otherMask") (type $multiply)
    (call $otherMask (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)))
  (func $otherShift (type $multiply) (local i64)
    local.get 0 local.get 4 local.get 1 i64.mul local.get 2 local.get 3 i64.mul i64.add
    local.get 3 i64.const 32 i64.shr_u local.tee 2 local.get 1 i64.const 31 i64.shr_u local.tee 4
    i64.mul i64.add local.get 3 i64.const 4294967295 i64.and local.tee 3 local.get 1 i64.const 4294967295
    i64.and local.tee 1 i64.mul local.tee 5 i64.const 32 i64.shr_u local.get 3 local.get 4 i64.mul
    i64.add local.tee 3 i64.const 32 i64.shr_u i64.add local.get 3 i64.const 4294967295 i64.and
    local.get 2 local.get 1 i64.mul i64.add local.tee 1 i64.const 32 i64.shr_u i64.add
    i64.store offset=8 
    local.get 0 local.get 1 i64.const 32 i64.shl local.get 5 i64.const 4294967295 i64.and i64.or i64.store)
  ;; CHECK-LABEL: @wasm.call-otherShift(
  ;; CHECK: call {{.*}}@wasm.otherShift(
  ;; CHECK: ret void
  (func $call-otherShift (export "otherShift") (type $multiply)
    (call $otherShift (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)))
  (func $subtracts (type $multiply) (local i64)
    local.get 0 local.get 4 local.get 1 i64.mul local.get 2 local.get 3 i64.mul i64.add
    local.get 3 i64.const 32 i64.shr_u local.tee 2 local.get 1 i64.const 32 i64.shr_u local.tee 4
    i64.mul i64.add local.get 3 i64.const 4294967295 i64.and local.tee 3 local.get 1 i64.const 4294967295
    i64.and local.tee 1 i64.mul local.tee 5 i64.const 32 i64.shr_u local.get 3 local.get 4 i64.mul
    i64.add local.tee 3 i64.const 32 i64.shr_u i64.add local.get 3 i64.const 4294967295 i64.and
    local.get 2 local.get 1 i64.mul i64.add local.tee 1 i64.const 32 i64.shr_u i64.sub
    i64.store offset=8 
    local.get 0 local.get 1 i64.const 32 i64.shl local.get 5 i64.const 4294967295 i64.and i64.or i64.store)
  ;; CHECK-LABEL: @wasm.call-subtracts(
  ;; CHECK: call {{.*}}@wasm.subtracts(
  ;; CHECK: ret void
  (func $call-subtracts (export "subtracts") (type $multiply)
    (call $subtracts (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)))
  (func $alsoStores (type $multiply) (local i64)
    local.get 0 local.get 4 local.get 1 i64.mul local.get 2 local.get 3 i64.mul i64.add
    local.get 3 i64.const 32 i64.shr_u local.tee 2 local.get 1 i64.const 32 i64.shr_u local.tee 4
    i64.mul i64.add local.get 3 i64.const 4294967295 i64.and local.tee 3 local.get 1 i64.const 4294967295
    i64.and local.tee 1 i64.mul local.tee 5 i64.const 32 i64.shr_u local.get 3 local.get 4 i64.mul
    i64.add local.tee 3 i64.const 32 i64.shr_u i64.add local.get 3 i64.const 4294967295 i64.and
    local.get 2 local.get 1 i64.mul i64.add local.tee 1 i64.const 32 i64.shr_u i64.add
    i64.store offset=8 local.get 0 local.get 5 i64.store offset=16
    local.get 0 local.get 1 i64.const 32 i64.shl local.get 5 i64.const 4294967295 i64.and i64.or i64.store)
  ;; CHECK-LABEL: @wasm.call-alsoStores(
  ;; CHECK: call {{.*}}@wasm.alsoStores(
  ;; CHECK: ret void
  (func $call-alsoStores (export "alsoStores") (type $multiply)
    (call $alsoStores (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)))
)
