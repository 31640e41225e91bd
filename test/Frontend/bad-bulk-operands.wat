;; Bulk instructions take i32 operands, and what they name exists.
;; RUN: split-file %s %t
;; RUN: %assemble %t/copy.wat -o %t/copy.wasm
;; RUN: not %wasmc --validate %t/copy.wasm 2>&1 | FileCheck %s --check-prefix=COPY
;; RUN: %assemble %t/fill.wat -o %t/fill.wasm
;; RUN: not %wasmc --validate %t/fill.wasm 2>&1 | FileCheck %s --check-prefix=FILL
;; RUN: %assemble %t/data.wat -o %t/data.wasm
;; RUN: not %wasmc --validate %t/data.wasm 2>&1 | FileCheck %s --check-prefix=DATA
;; RUN: %assemble %t/drop.wat -o %t/drop.wasm
;; RUN: not %wasmc --validate %t/drop.wasm 2>&1 | FileCheck %s --check-prefix=DROP
;; RUN: %assemble %t/grow.wat -o %t/grow.wasm
;; RUN: not %wasmc --validate %t/grow.wasm 2>&1 | FileCheck %s --check-prefix=GROW

;--- copy.wat
;; COPY: .wasm:0x22: error: type mismatch: instruction requires [i32] but stack has [i64]
;; COPY-NEXT: {{^}}  in function 0, at memory.copy
(module (memory 1) (func (memory.copy (i32.const 0) (i64.const 0) (i32.const 0))))
;--- fill.wat
;; FILL: .wasm:0x20: error: type mismatch: instruction requires [i32] but stack has []
(module (memory 1) (func (memory.fill (i32.const 0) (i32.const 0))))
;--- data.wat
;; DATA: .wasm:0x25: error: unknown data segment 3
(module (memory 1) (data "x") (func (memory.init 3 (i32.const 0) (i32.const 0) (i32.const 0))))
;--- drop.wat
;; DROP: .wasm:0x1e: error: unknown elem segment 1
(module (func (elem.drop 1)) (elem func 0))
;--- grow.wat
;; GROW: .wasm:0x21: error: type mismatch: instruction requires [funcref] but stack has [i32]
(module (table 1 funcref) (func (drop (table.grow 0 (i32.const 0) (i32.const 0)))))
