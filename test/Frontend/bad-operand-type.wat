;; An error in a body says where, in which function and at which instruction.
;; RUN: %assemble %s -o %t.wasm
;; RUN: not %wasmc --validate %t.wasm 2>&1 | FileCheck %s

;; CHECK: .wasm:0x2b: error: type mismatch: instruction requires [i32] but stack has [f64]
;; CHECK-NEXT: {{^}}  in function 1 'foo', at i32.add
(module
  (func $first)
  (func $foo (param i32) (result i32)
    local.get 0
    f64.const 1
    i32.add))
