;; Unreachable code is typed too: what is there must fit.
;; RUN: split-file %s %t
;; RUN: %assemble %t/operand.wat -o %t/operand.wasm
;; RUN: not %wasmc --validate %t/operand.wasm 2>&1 | FileCheck %s --check-prefix=OPERAND
;; RUN: %assemble %t/block.wat -o %t/block.wasm
;; RUN: not %wasmc --validate %t/block.wasm 2>&1 | FileCheck %s --check-prefix=BLOCK
;; RUN: %assemble %t/rest.wat -o %t/rest.wasm
;; RUN: not %wasmc --validate %t/rest.wasm 2>&1 | FileCheck %s --check-prefix=REST

;--- operand.wat
;; OPERAND: .wasm:0x1a: error: type mismatch: instruction requires [i32] but stack has [i64]
(module (func unreachable i64.const 0 i32.eqz drop))
;--- block.wat
;; BLOCK: .wasm:0x1a: error: type mismatch: expected a value, got nothing
(module (func return (block drop)))
;--- rest.wat
;; REST: .wasm:0x1a: error: type mismatch: block requires [] but stack has [i32]
(module (func unreachable i32.const 0))
