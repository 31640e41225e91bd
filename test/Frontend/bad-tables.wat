;; Table instructions keep to the types of tables and segments.
;; RUN: split-file %s %t
;; RUN: %assemble %t/call.wat -o %t/call.wasm
;; RUN: not %wasmc --validate %t/call.wasm 2>&1 | FileCheck %s --check-prefix=CALL
;; RUN: %assemble %t/copy.wat -o %t/copy.wasm
;; RUN: not %wasmc --validate %t/copy.wasm 2>&1 | FileCheck %s --check-prefix=COPY
;; RUN: %assemble %t/init.wat -o %t/init.wasm
;; RUN: not %wasmc --validate %t/init.wasm 2>&1 | FileCheck %s --check-prefix=INIT
;; RUN: %assemble %t/set.wat -o %t/set.wasm
;; RUN: not %wasmc --validate %t/set.wasm 2>&1 | FileCheck %s --check-prefix=SET

;--- call.wat
;; CALL: .wasm:0x1f: error: type mismatch: expected a table of funcref, got externref
;; CALL-NEXT: {{^}}  in function 0, at call_indirect
(module (type (func)) (table 1 externref) (func (call_indirect (type 0) (i32.const 0))))
;--- copy.wat
;; COPY: .wasm:0x26: error: type mismatch: expected a table of externref, got funcref
(module (table 1 externref) (table 1 funcref) (func (table.copy 0 1 (i32.const 0) (i32.const 0) (i32.const 0))))
;--- init.wat
;; INIT: .wasm:0x29: error: type mismatch: expected a segment of externref, got funcref
(module (table 1 externref) (elem funcref) (func (table.init 0 (i32.const 0) (i32.const 0) (i32.const 0))))
;--- set.wat
;; SET: .wasm:0x21: error: type mismatch: instruction requires [externref] but stack has [funcref]
(module (table 1 externref) (func (table.set 0 (i32.const 0) (ref.null func))))
