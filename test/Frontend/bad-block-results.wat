;; Blocks leave exactly their results, and keep to their own operands.
;; RUN: split-file %s %t
;; RUN: %assemble %t/missing.wat -o %t/missing.wasm
;; RUN: not %wasmc --validate %t/missing.wasm 2>&1 | FileCheck %s --check-prefix=MISSING
;; RUN: %assemble %t/extra.wat -o %t/extra.wasm
;; RUN: not %wasmc --validate %t/extra.wasm 2>&1 | FileCheck %s --check-prefix=EXTRA
;; RUN: %assemble %t/below.wat -o %t/below.wasm
;; RUN: not %wasmc --validate %t/below.wasm 2>&1 | FileCheck %s --check-prefix=BELOW
;; RUN: %assemble %t/noelse.wat -o %t/noelse.wasm
;; RUN: not %wasmc --validate %t/noelse.wasm 2>&1 | FileCheck %s --check-prefix=NOELSE
;; RUN: %assemble %t/branch.wat -o %t/branch.wasm
;; RUN: not %wasmc --validate %t/branch.wasm 2>&1 | FileCheck %s --check-prefix=BRANCH
;; RUN: %assemble %t/loop.wat -o %t/loop.wasm
;; RUN: not %wasmc --validate %t/loop.wasm 2>&1 | FileCheck %s --check-prefix=LOOP

;--- missing.wat
;; MISSING: .wasm:0x19: error: type mismatch: instruction requires [i32] but stack has []
(module (func (block (result i32)) drop))
;--- extra.wat
;; EXTRA: .wasm:0x1b: error: type mismatch: block requires [] but stack has [i32]
(module (func (block i32.const 0)))
;--- below.wat
;; BELOW: .wasm:0x1b: error: type mismatch: expected a value, got nothing
(module (func i32.const 0 (block drop) drop))
;--- noelse.wat
;; NOELSE: .wasm:0x1e: error: type mismatch: an if without else must leave what it takes
;; NOELSE-NEXT: {{^}}  in function 0, at end
(module (func (result i32) (if (result i32) (i32.const 1) (then i32.const 0))))
;--- branch.wat
;; BRANCH: .wasm:0x1f: error: type mismatch: instruction requires [i32] but stack has [f32]
(module (func (result i32) (block (result i32) f32.const 0 br 0)))
;--- loop.wat
;; LOOP: .wasm:0x1c: error: unknown label 1
(module (func (loop (param) (br 1 ) ) (br 1)))
