;; select without a type takes two equal numbers.
;; RUN: split-file %s %t
;; RUN: %assemble %t/differ.wat -o %t/differ.wasm
;; RUN: not %wasmc --validate %t/differ.wasm 2>&1 | FileCheck %s --check-prefix=DIFFER
;; RUN: %assemble %t/refs.wat -o %t/refs.wasm
;; RUN: not %wasmc --validate %t/refs.wasm 2>&1 | FileCheck %s --check-prefix=REFS
;; RUN: %assemble %t/typed.wat -o %t/typed.wasm
;; RUN: not %wasmc --validate %t/typed.wasm 2>&1 | FileCheck %s --check-prefix=TYPED

;--- differ.wat
;; DIFFER: .wasm:0x20: error: type mismatch: instruction requires [i32] but stack has [f32]
;; DIFFER-NEXT: {{^}}  in function 0, at select
(module (func i32.const 0 f32.const 0 i32.const 0 select drop))
;--- refs.wat
;; REFS: .wasm:0x1d: error: type mismatch: expected numbers for a select without type, got funcref
(module (func ref.null func ref.null func i32.const 0 select drop))
;--- typed.wat
;; TYPED: .wasm:0x1d: error: type mismatch: instruction requires [funcref] but stack has [externref]
(module (func ref.null func ref.null extern i32.const 0 select (result funcref) drop))
