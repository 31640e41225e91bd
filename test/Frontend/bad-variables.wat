;; Locals and globals keep their types, and constant globals their values.
;; RUN: split-file %s %t
;; RUN: %assemble %t/immutable.wat -o %t/immutable.wasm
;; RUN: not %wasmc --validate %t/immutable.wasm 2>&1 | FileCheck %s --check-prefix=IMMUTABLE
;; RUN: %assemble %t/global.wat -o %t/global.wasm
;; RUN: not %wasmc --validate %t/global.wasm 2>&1 | FileCheck %s --check-prefix=GLOBAL
;; RUN: %assemble %t/local.wat -o %t/local.wasm
;; RUN: not %wasmc --validate %t/local.wasm 2>&1 | FileCheck %s --check-prefix=LOCAL
;; RUN: %assemble %t/tee.wat -o %t/tee.wasm
;; RUN: not %wasmc --validate %t/tee.wasm 2>&1 | FileCheck %s --check-prefix=TEE

;--- immutable.wat
;; IMMUTABLE: .wasm:0x21: error: immutable global 0
;; IMMUTABLE-NEXT: {{^}}  in function 0, at global.set
(module (global i32 (i32.const 0)) (func i32.const 0 global.set 0))
;--- global.wat
;; GLOBAL: .wasm:0x21: error: type mismatch: instruction requires [i64] but stack has [i32]
(module (global (mut i64) (i64.const 0)) (func i32.const 0 global.set 0))
;--- local.wat
;; LOCAL: .wasm:0x1b: error: type mismatch: instruction requires [f32] but stack has [i64]
(module (func (local f32) i64.const 0 local.set 0))
;--- tee.wat
;; TEE: .wasm:0x1b: error: type mismatch: instruction requires [f32] but stack has [i64]
(module (func (local f32) i64.const 0 local.tee 0 drop))
