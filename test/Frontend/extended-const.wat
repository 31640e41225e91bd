;; Initial values and places may add, subtract and multiply.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --validate %t.wasm

(module
  (import "env" "base" (global $base i32))
  (import "env" "wide" (global $wide i64))
  (memory 1)
  (table 10 funcref)
  (global i32 (i32.sub (i32.mul (global.get $base) (i32.const 4)) (i32.const 1)))
  (global i64 (i64.add (i64.sub (global.get $wide) (i64.const 1))
                       (i64.mul (i64.const 2) (i64.const 3))))
  (elem (offset (i32.add (global.get $base) (i32.const 1))) $f)
  (data (offset (i32.add (global.get $base) (i32.const 8))) "x")
  (func $f))
