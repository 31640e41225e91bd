;; The code that wasmc makes: a remainder by a power of two is a mask.
;; RUN: %wasmc %s -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -S -o - | FileCheck %s --check-prefix=ASM
;; CHECK-LABEL: define {{.*}}wasm.low
;; CHECK: and i32 %{{.*}}, 15
;; ASM-LABEL: wasm.low
;; ASM: and{{.*}}15
(module
  (global $out (mut i32) (i32.const 0))
  (func $low (export "low") (param i32) (result i32)
    (i32.rem_u (local.get 0) (i32.const 16)))
  (func (export "_start")))
