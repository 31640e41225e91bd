;; After an unconditional branch the stack holds whatever is asked of it.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --validate %t.wasm

(module
  (func (result i32) unreachable)
  (func (result i32) (i32.add (unreachable) (f32.gt (return (i32.const 1)))))
  (func (result f64) (block (result i32) (br 1 (f64.const 0))) drop unreachable select)
  (func (loop (br 0) i64.add drop (if (then) (else))))
  (func (result i32) (block (result i64) (br_table 0 1 (unreachable))) drop i32.const 0)
  (func (unreachable) (ref.is_null) drop select drop (block (param i32) drop)))
