;; --dump lists what the sections say.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --dump %t.wasm | FileCheck %s

(module
  ;; CHECK: module: {{[0-9]+}} bytes
  ;; CHECK-NEXT: type 0: () -> ()
  (type (func))
  ;; CHECK-NEXT: type 1: (i32, i64) -> (f32, f64)
  (type (func (param i32 i64) (result f32 f64)))
  ;; CHECK-NEXT: import func 0: "env" "f"
  (import "env" "f" (func (type 1)))
  ;; CHECK-NEXT: import global 0: "env" "g"
  (import "env" "g" (global $g i32))
  ;; CHECK-NEXT: table 0: funcref 2..7
  (table 2 7 funcref)
  ;; CHECK-NEXT: table 1: externref 0
  (table 0 externref)
  ;; CHECK-NEXT: table 2: (ref func) 1 = (ref.func 1)
  (table 1 (ref func) (ref.func 1))
  ;; CHECK-NEXT: table 3: i64 funcref 1..2
  (table i64 1 2 funcref)
  ;; CHECK-NEXT: memory 0: 1 pages{{$}}
  (memory 1)
  ;; CHECK-NEXT: memory 1: i64 1..2 pages shared
  (memory i64 1 2 shared)
  ;; CHECK-NEXT: memory 2: 4 pages of 1 bytes
  (memory 4 (pagesize 1))
  ;; CHECK-NEXT: global 0 "g": i32{{$}}
  ;; CHECK-NEXT: global 1: mut i64 = (i64.const -1)
  (global (mut i64) (i64.const -1))
  ;; CHECK-NEXT: global 2: i32 = (global.get 0, i32.const 4, i32.add)
  (global i32 (i32.add (global.get 0) (i32.const 4)))
  ;; CHECK-NEXT: global 3: funcref = (ref.null funcref)
  (global funcref (ref.null func))
  ;; CHECK-NEXT: export "main": func 1
  ;; CHECK-NEXT: export "mem\22": memory 0
  (export "main" (func 1))
  (export "mem\22" (memory 0))
  ;; CHECK-NEXT: start: func 1
  (start 1)
  ;; CHECK-NEXT: elem 0: (ref func) x 2 at table 0 (i32.const 0): 0 1
  (elem (i32.const 0) 0 1)
  ;; CHECK-NEXT: elem 1: funcref x 2 passive: (ref.func 1) (ref.null funcref)
  (elem funcref (ref.func 1) (ref.null func))
  ;; CHECK-NEXT: elem 2: (ref func) x 1 declarative: 1
  (elem declare func 1)
  ;; CHECK-NEXT: data 0: 3 bytes at memory 0 (global.get 0)
  (data (global.get 0) "abc")
  ;; CHECK-NEXT: data 1: 2 bytes passive
  (data "xy")
  ;; CHECK-NEXT: custom "name"
  ;; CHECK-NEXT: func 0: type 1 (i32, i64) -> (f32, f64) import
  ;; CHECK-NEXT: func 1: type 0 () -> (), 2 bytes at 0x
  (func (type 0)))
