;; What a switched-off feature brings is invalid, and the message names the switch.
;; RUN: split-file %s %t
;; RUN: %assemble %t/sign.wat -o %t/sign.wasm
;; RUN: not %wasmc --validate --disable-sign-extension %t/sign.wasm 2>&1 | FileCheck %s --check-prefix=SIGN
;; RUN: %assemble %t/sat.wat -o %t/sat.wasm
;; RUN: not %wasmc --validate --disable-saturating-float-to-int %t/sat.wasm 2>&1 | FileCheck %s --check-prefix=SAT
;; RUN: %assemble %t/multi.wat -o %t/multi.wasm
;; RUN: not %wasmc --validate --disable-multi-value %t/multi.wasm 2>&1 | FileCheck %s --check-prefix=MULTI
;; RUN: %assemble %t/block.wat -o %t/block.wasm
;; RUN: not %wasmc --validate --disable-multi-value %t/block.wasm 2>&1 | FileCheck %s --check-prefix=BLOCK
;; RUN: %assemble %t/bulk.wat -o %t/bulk.wasm
;; RUN: not %wasmc --validate --disable-bulk-memory %t/bulk.wasm 2>&1 | FileCheck %s --check-prefix=BULK
;; RUN: %assemble %t/passive.wat -o %t/passive.wasm
;; RUN: not %wasmc --validate --disable-bulk-memory %t/passive.wasm 2>&1 | FileCheck %s --check-prefix=PASSIVE
;; RUN: %assemble %t/ref.wat -o %t/ref.wasm
;; RUN: not %wasmc --validate --disable-reference-types %t/ref.wasm 2>&1 | FileCheck %s --check-prefix=REF
;; RUN: %assemble %t/tables.wat -o %t/tables.wasm
;; RUN: not %wasmc --validate --disable-reference-types %t/tables.wasm 2>&1 | FileCheck %s --check-prefix=TABLES
;; RUN: %assemble %t/muts.wat -o %t/muts.wasm
;; RUN: not %wasmc --validate --disable-mutable-globals %t/muts.wasm 2>&1 | FileCheck %s --check-prefix=MUTS
;; RUN: %assemble %t/const.wat -o %t/const.wasm
;; RUN: not %wasmc --validate --disable-extended-const %t/const.wasm 2>&1 | FileCheck %s --check-prefix=CONST
;; RUN: %assemble %t/typed.wat -o %t/typed.wasm
;; RUN: not %wasmc --validate --disable-function-references %t/typed.wasm 2>&1 | FileCheck %s --check-prefix=TYPED
;; RUN: %assemble %t/global.wat -o %t/global.wasm
;; RUN: not %wasmc --validate --disable-function-references %t/global.wasm 2>&1 | FileCheck %s --check-prefix=GLOBAL

;--- sign.wat
;; SIGN: .wasm:0x19: error: i32.extend8_s needs --enable-sign-extension
;; SIGN-NEXT: {{^}}  in function 0, at i32.extend8_s
(module (func (drop (i32.extend8_s (i32.const 0)))))
;--- sat.wat
;; SAT: .wasm:0x1c: error: i32.trunc_sat_f32_s needs --enable-saturating-float-to-int
(module (func (drop (i32.trunc_sat_f32_s (f32.const 0)))))
;--- multi.wat
;; MULTI: .wasm:0xd: error: several results needs --enable-multi-value
(module (type (func (result i32 i32))))
;--- block.wat
;; BLOCK: .wasm:0x1e: error: block type by index needs --enable-multi-value
(module (type (func (param i32))) (func (i32.const 0) (block (param i32) drop)))
;--- bulk.wat
;; BULK: .wasm:0x22: error: memory.fill needs --enable-bulk-memory
(module (memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))))
;--- passive.wat
;; PASSIVE: .wasm:0x10: error: data segment flags needs --enable-bulk-memory
(module (memory 1) (data "x"))
;--- ref.wat
;; REF: .wasm:0xd: error: value of a reference type needs --enable-reference-types
(module (func (param externref)))
;--- tables.wat
;; TABLES: .wasm:0xe: error: second table needs --enable-reference-types
(module (table 1 funcref) (table 1 funcref))
;--- muts.wat
;; MUTS: .wasm:0x13: error: mutable global export needs --enable-mutable-globals
(module (global (export "g") (mut i32) (i32.const 0)))
;--- const.wat
;; CONST: .wasm:0x11: error: arithmetic in a constant expression needs --enable-extended-const
;; CONST-NEXT: {{^}}  in the global section
(module (global i32 (i32.add (i32.const 1) (i32.const 2))))
;--- typed.wat
;; TYPED: .wasm:0x10: error: value of a reference type needs --enable-function-references
(module (type (func)) (type (func (param (ref 0)))))
;--- global.wat
;; GLOBAL: .wasm:0x12: error: global.get of a defined global in a constant expression needs --enable-function-references
(module (global i32 (i32.const 0)) (global i32 (global.get 0)))
