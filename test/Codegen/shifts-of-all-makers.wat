;; A level rotates and shifts by instructions that are fast on all processors
;; of it, a processor that is named by its own.
;; RUN: %wasmc %s -O2 --target=linux -S -o - | FileCheck %s
;; RUN: %wasmc %s -O2 --target=windows -mcpu=x86-64-v3 -S -o - \
;; RUN:   | FileCheck %s --check-prefix=V3
;; RUN: %wasmc %s -O2 --target=linux -mcpu=sandybridge -S -o - \
;; RUN:   | FileCheck %s --check-prefix=NAMED
;; RUN: %wasmc %s -O2 --target=linux -mattr=+fast-shld-rotate,-slow-shld -S \
;; RUN:   -o - | FileCheck %s --check-prefix=NAMED
(module
  (func (export "_start"))

  ;; CHECK-LABEL: wasm.rotate:
  ;; CHECK: ro{{[lr]}}l
  ;; V3-LABEL: wasm.rotate:
  ;; V3: rorx
  ;; NAMED-LABEL: wasm.rotate:
  ;; NAMED: shldl
  (func $rotate (export "rotate") (param i32) (result i32)
    (i32.rotl (local.get 0) (i32.const 7)))

  ;; CHECK-LABEL: wasm.limbs:
  ;; CHECK-NOT: sh{{[lr]}}dq
  ;; CHECK: shrq $51
  ;; CHECK-NOT: sh{{[lr]}}dq
  ;; V3-LABEL: wasm.limbs:
  ;; V3-NOT: sh{{[lr]}}dq
  ;; V3: shrq $51
  ;; V3-NOT: sh{{[lr]}}dq
  ;; NAMED-LABEL: wasm.limbs:
  ;; NAMED: sh{{[lr]}}dq
  (func $limbs (export "limbs") (param i64 i64) (result i64)
    (i64.or (i64.shl (local.get 0) (i64.const 13))
            (i64.shr_u (local.get 1) (i64.const 51)))))
