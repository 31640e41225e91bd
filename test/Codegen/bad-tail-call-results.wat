;; The callee of a tail call returns what the function does.
;; RUN: %assemble %s -o %t.wasm
;; RUN: not %wasmc --validate %t.wasm 2>&1 | FileCheck %s
;; CHECK: error: type mismatch: expected a callee that returns what the function does, got () -> (i64)
(module
  (func $long (result i64) (i64.const 1))
  (func (export "_start") (result i32) (return_call $long)))
