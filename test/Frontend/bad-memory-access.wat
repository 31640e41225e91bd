;; Alignment is at most natural.
;; RUN: split-file %s %t
;; RUN: %assemble %t/load.wat -o %t/load.wasm
;; RUN: not %wasmc --validate %t/load.wasm 2>&1 | FileCheck %s --check-prefix=LOAD
;; RUN: %assemble %t/byte.wat -o %t/byte.wasm
;; RUN: not %wasmc --validate %t/byte.wasm 2>&1 | FileCheck %s --check-prefix=BYTE
;; RUN: %assemble %t/store.wat -o %t/store.wasm
;; RUN: not %wasmc --validate %t/store.wasm 2>&1 | FileCheck %s --check-prefix=STORE

;--- load.wat
;; LOAD: .wasm:0x1e: error: alignment must not be larger than natural
;; LOAD-NEXT: {{^}}  in function 0, at i32.load
(module (memory 1) (func i32.const 0 i32.load align=8 drop))
;--- byte.wat
;; BYTE: .wasm:0x1e: error: alignment must not be larger than natural
(module (memory 1) (func i32.const 0 i64.load8_u align=2 drop))
;--- store.wat
;; STORE: .wasm:0x20: error: alignment must not be larger than natural
(module (memory 1) (func i32.const 0 i64.const 0 i64.store32 align=8))
