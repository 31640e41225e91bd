;; Blocks and functions take and give several values.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --validate %t.wasm

(module
  (func $swap (param i32 i64) (result i64 i32) local.get 1 local.get 0)
  (func (result i32)
    (call $swap (i32.const 1) (i64.const 2))
    (block (param i64 i32) (result i32 i64)
      (call $swap (i32.wrap_i64 (i64.const 0)) (i64.const 1))
      drop drop drop
      (i32.wrap_i64)
      (i64.const 3))
    drop)
  (func (param i32) (result i32)
    (i32.const 1) (i32.const 2)
    (loop (param i32 i32) (result i32)
      (i32.add)
      (i32.const 3)
      (br_if 0 (local.get 0))
      (i32.mul))
    (if (param i32) (result i32) (local.get 0)
      (then (i32.const 1) (i32.sub))
      (else (drop) (i32.const 4)))))
