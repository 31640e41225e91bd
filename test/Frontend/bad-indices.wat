;; Everything that an instruction names exists.
;; RUN: split-file %s %t
;; RUN: %assemble %t/func.wat -o %t/func.wasm
;; RUN: not %wasmc --validate %t/func.wasm 2>&1 | FileCheck %s --check-prefix=FUNC
;; RUN: %assemble %t/local.wat -o %t/local.wasm
;; RUN: not %wasmc --validate %t/local.wasm 2>&1 | FileCheck %s --check-prefix=LOCAL
;; RUN: %assemble %t/global.wat -o %t/global.wasm
;; RUN: not %wasmc --validate %t/global.wasm 2>&1 | FileCheck %s --check-prefix=GLOBAL
;; RUN: %assemble %t/table.wat -o %t/table.wasm
;; RUN: not %wasmc --validate %t/table.wasm 2>&1 | FileCheck %s --check-prefix=TABLE
;; RUN: %assemble %t/memory.wat -o %t/memory.wasm
;; RUN: not %wasmc --validate %t/memory.wasm 2>&1 | FileCheck %s --check-prefix=MEMORY
;; RUN: %assemble %t/load.wat -o %t/load.wasm
;; RUN: not %wasmc --validate %t/load.wasm 2>&1 | FileCheck %s --check-prefix=LOAD
;; RUN: %assemble %t/elem.wat -o %t/elem.wasm
;; RUN: not %wasmc --validate %t/elem.wasm 2>&1 | FileCheck %s --check-prefix=ELEM

;--- func.wat
;; FUNC: .wasm:0x17: error: unknown function 7
(module (func call 7))
;--- local.wat
;; LOCAL: .wasm:0x1a: error: unknown local 2
(module (func (param i32) (local i64) local.get 2 drop))
;--- global.wat
;; GLOBAL: .wasm:0x17: error: unknown global 0
(module (func global.get 0 drop))
;--- table.wat
;; TABLE: .wasm:0x19: error: unknown table 0
(module (func i32.const 0 table.get 0 drop))
;--- memory.wat
;; MEMORY: .wasm:0x17: error: unknown memory 0
;; MEMORY-NEXT: {{^}}  in function 0, at memory.size
(module (func memory.size drop))
;--- load.wat
;; LOAD: .wasm:0x19: error: unknown memory 0
(module (func i32.const 0 i32.load drop))
;--- elem.wat
;; ELEM: .wasm:0x17: error: unknown elem segment 0
(module (func elem.drop 0))
