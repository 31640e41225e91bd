;; The labels of a br_table take equally many values, each of the right type.
;; RUN: split-file %s %t
;; RUN: %assemble %t/arity.wat -o %t/arity.wasm
;; RUN: not %wasmc --validate %t/arity.wasm 2>&1 | FileCheck %s --check-prefix=ARITY
;; RUN: %assemble %t/type.wat -o %t/type.wasm
;; RUN: not %wasmc --validate %t/type.wasm 2>&1 | FileCheck %s --check-prefix=TYPE
;; RUN: %assemble %t/label.wat -o %t/label.wasm
;; RUN: not %wasmc --validate %t/label.wasm 2>&1 | FileCheck %s --check-prefix=LABEL

;--- arity.wat
;; ARITY: .wasm:0x1e: error: type mismatch: expected 1 values for each label, got 0
;; ARITY-NEXT: {{^}}  in function 0, at br_table
(module (func (result i32) (block i32.const 0 i32.const 0 br_table 0 1) i32.const 0))
;--- type.wat
;; TYPE: .wasm:0x1e: error: type mismatch: instruction requires [i64] but stack has [i32]
(module (func (result i32) (block (result i64) i32.const 0 i32.const 0 br_table 0 1) drop i32.const 0))
;--- label.wat
;; LABEL: .wasm:0x19: error: unknown label 4
(module (func i32.const 0 br_table 0 4 0))
