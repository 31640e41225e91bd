;; --dump prints each instruction with its offset and its immediates.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --dump %t.wasm | FileCheck %s
(module
  (memory 1) (table 4 funcref) (data "x") (elem func 0) (global $g (mut i32) (i32.const 0))
  ;; CHECK: func 0 "callee"
  (func $callee (param i32) (result i32)
    ;; CHECK-NEXT: 0x{{[0-9a-f]+}}: local.get 0
    local.get 0)
  ;; CHECK: func 1: type 1 () -> ()
  (func (local i32 i32 f64)
    ;; CHECK-NEXT: locals: 2 x i32
    ;; CHECK-NEXT: locals: 1 x f64
    ;; CHECK-NEXT: : i32.const -5
    ;; CHECK-NEXT: : call 0 "callee"
    (drop (call $callee (i32.const -5)))
    ;; CHECK: : i64.const -9223372036854775808
    (drop (i64.const 0x8000000000000000))
    ;; CHECK: : f32.const 0x3fc00000 (1.5)
    (drop (f32.const 1.5))
    ;; CHECK: : f32.const 0x7fa00000 (nan)
    (drop (f32.const nan:0x200000))
    ;; CHECK: : f64.const 0x8000000000000000 (-0)
    (drop (f64.const -0))
    ;; CHECK: : i32.load offset=8 align=4
    (drop (i32.load offset=8 (i32.const 0)))
    ;; CHECK: : i64.store8 align=1
    (i64.store8 (i32.const 0) (i64.const 0))
    ;; CHECK: : call_indirect 0 (type 0)
    (drop (call_indirect (type 0) (i32.const 0) (i32.const 0)))
    ;; CHECK: : select (result funcref)
    (drop (select (result funcref) (ref.null func) (ref.null func) (i32.const 0)))
    ;; CHECK: : memory.init 0
    (memory.init 0 (i32.const 0) (i32.const 0) (i32.const 0))
    ;; CHECK: : table.init 0 0
    (table.init 0 (i32.const 0) (i32.const 0) (i32.const 0))
    ;; CHECK: : global.set 0
    (global.set $g (memory.grow (i32.const 1)))
    ;; CHECK: : data.drop 0
    (data.drop 0)
    ;; CHECK-NEXT: : end
  ))
