;; An optimiser of modules takes the high half of a factor away where it is always
;; zero. What remains is known as a multiplication all the same, and only then.
;; RUN: %run_wast %s | FileCheck %s --check-prefix=RAN
;; RAN-DAG: linux -O0: 5 passed, 0 failed
;; RAN-DAG: windows -O2: 5 passed, 0 failed
;; RUN: grep -v "^(assert_\|^  (i64.const" %s > %t.wat
;; RUN: %wasmc %t.wat -O1 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1)
  (func (export "_start"))
  (func $both (param i32 i64 i64) (local i64 i64 i64)
    (i64.store offset=8 (local.get 0) (i64.add (i64.add
      (i64.mul (local.tee 3 (i64.shr_u (local.get 2) (i64.const 32)))
               (local.tee 4 (i64.shr_u (local.get 1) (i64.const 32))))
      (i64.shr_u (local.tee 2 (i64.add
        (i64.shr_u (local.tee 5 (i64.mul
          (local.tee 2 (i64.and (local.get 2) (i64.const 0xffffffff)))
          (local.tee 1 (i64.and (local.get 1) (i64.const 0xffffffff))))) (i64.const 32))
        (i64.mul (local.get 2) (local.get 4)))) (i64.const 32)))
      (i64.shr_u (local.tee 1 (i64.add (i64.mul (local.get 1) (local.get 3))
                 (i64.and (local.get 2) (i64.const 0xffffffff)))) (i64.const 32))))
    (i64.store (local.get 0) (i64.or (i64.and (local.get 5) (i64.const 0xffffffff))
                                     (i64.shl (local.get 1) (i64.const 32)))))
  (func $one (param i32 i64 i64 i64) (local i64 i64)
    (i64.store offset=8 (local.get 0) (i64.add (i64.add (i64.add
      (i64.mul (local.get 2) (local.get 3))
      (i64.mul (local.tee 2 (i64.shr_u (local.get 3) (i64.const 32)))
               (local.tee 4 (i64.shr_u (local.get 1) (i64.const 32)))))
      (i64.shr_u (local.tee 3 (i64.add
        (i64.shr_u (local.tee 5 (i64.mul
          (local.tee 3 (i64.and (local.get 3) (i64.const 0xffffffff)))
          (local.tee 1 (i64.and (local.get 1) (i64.const 0xffffffff))))) (i64.const 32))
        (i64.mul (local.get 3) (local.get 4)))) (i64.const 32)))
      (i64.shr_u (local.tee 1 (i64.add (i64.mul (local.get 1) (local.get 2))
                 (i64.and (local.get 3) (i64.const 0xffffffff)))) (i64.const 32))))
    (i64.store (local.get 0) (i64.or (i64.and (local.get 5) (i64.const 0xffffffff))
                                     (i64.shl (local.get 1) (i64.const 32)))))
  ;; The high half is multiplied with the factor it belongs to.
  (func $otherHalf (param i32 i64 i64 i64) (local i64 i64)
    (i64.store offset=8 (local.get 0) (i64.add (i64.add (i64.add
      (i64.mul (local.get 1) (local.get 2))
      (i64.mul (local.tee 2 (i64.shr_u (local.get 3) (i64.const 32)))
               (local.tee 4 (i64.shr_u (local.get 1) (i64.const 32)))))
      (i64.shr_u (local.tee 3 (i64.add
        (i64.shr_u (local.tee 5 (i64.mul
          (local.tee 3 (i64.and (local.get 3) (i64.const 0xffffffff)))
          (local.tee 1 (i64.and (local.get 1) (i64.const 0xffffffff))))) (i64.const 32))
        (i64.mul (local.get 3) (local.get 4)))) (i64.const 32)))
      (i64.shr_u (local.tee 1 (i64.add (i64.mul (local.get 1) (local.get 2))
                 (i64.and (local.get 3) (i64.const 0xffffffff)))) (i64.const 32))))
    (i64.store (local.get 0) (i64.or (i64.and (local.get 5) (i64.const 0xffffffff))
                                     (i64.shl (local.get 1) (i64.const 32)))))
  ;; CHECK-LABEL: @wasm.callBoth(
  ;; CHECK-NOT: call {{.*}}@wasm.both(
  ;; CHECK: ret
  (func $callBoth (export "both") (param i64 i64) (result i64 i64)
    (call $both (i32.const 8) (local.get 0) (local.get 1))
    (i64.load (i32.const 8)) (i64.load (i32.const 16)))
  ;; CHECK-LABEL: @wasm.callOne(
  ;; CHECK-NOT: call {{.*}}@wasm.one(
  ;; CHECK: ret
  (func $callOne (export "one") (param i64 i64 i64) (result i64 i64)
    (call $one (i32.const 8) (local.get 0) (local.get 1) (local.get 2))
    (i64.load (i32.const 8)) (i64.load (i32.const 16)))
  ;; CHECK-LABEL: @wasm.callOtherHalf(
  ;; CHECK: call {{.*}}@wasm.otherHalf(
  (func $callOtherHalf (export "otherHalf") (param i64 i64 i64) (result i64 i64)
    (call $otherHalf (i32.const 8) (local.get 0) (local.get 1) (local.get 2))
    (i64.load (i32.const 8)) (i64.load (i32.const 16))))
(assert_return (invoke "both" (i64.const -1) (i64.const -1)) (i64.const 1) (i64.const -2))
(assert_return (invoke "both" (i64.const 0x123456789abcdef0) (i64.const 0xfedcba9876543210))
  (i64.const 0x236d88fe5618cf00) (i64.const 0x121fa00ad77d7422))
(assert_return (invoke "one" (i64.const -1) (i64.const 3) (i64.const -1)) (i64.const 1) (i64.const -5))
(assert_return (invoke "one" (i64.const 2) (i64.const -1) (i64.const 7)) (i64.const 14) (i64.const -7))
