;; Address arithmetic of the program wraps at 32 bits, the sum of address and
;; offset does not: it has 33.
;; RUN: %run_all %s --exports
;; ENDS _start
;; TRAP offset-does-not-wrap: out of bounds memory access
;; TRAP largest: out of bounds memory access
;; TRAP largest-store: out of bounds memory access
;; TRAP shifted-index: out of bounds memory access
;; TRAP negative-index: out of bounds memory access
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1)
  (data (i32.const 0) "\01\02\03\04\05\06\07\08\09\0a\0b\0c")
  (func $check (param $n i32) (param $is i32) (param $want i32)
    (if (i32.ne (local.get $is) (local.get $want))
      (then (call $exit (local.get $n)))))
  (func $sum (param i32 i32) (result i32)
    (i32.load8_u (i32.add (local.get 0) (local.get 1))))
  (func $minus4 (param i32) (result i32)
    (i32.load8_u (i32.add (local.get 0) (i32.const -4))))
  (func $times4 (param i32) (result i32)
    (i32.load8_u offset=1 (i32.shl (local.get 0) (i32.const 2))))
  (func $times4-far (param i32) (result i32)
    (i32.load8_u offset=0x80000000 (i32.shl (local.get 0) (i32.const 2))))
  (func $far (param i32) (result i32)
    (i32.load8_u offset=0xffffffff (local.get 0)))
  (func $product (param i32) (result i32)
    (i32.load8_u (i32.mul (local.get 0) (i32.const 8))))
  (func $narrowed (param i64) (result i32)
    (i32.load8_u (i32.wrap_i64 (local.get 0))))
  (func (export "_start")
    (call $check (i32.const 1) (call $sum (i32.const -1) (i32.const 3)) (i32.const 3))
    (call $check (i32.const 2) (call $sum (i32.const 0x80000000) (i32.const 0x80000001))
                 (i32.const 2))
    (call $check (i32.const 3) (call $minus4 (i32.const 6)) (i32.const 3))
    (call $check (i32.const 4) (call $times4 (i32.const 0x40000001)) (i32.const 6))
    (call $check (i32.const 5) (call $product (i32.const 0x20000001)) (i32.const 9))
    (call $check (i32.const 6) (call $narrowed (i64.const 0x500000003)) (i32.const 4)))
  (func (export "offset-does-not-wrap") (drop (call $far (i32.const 2))))
  (func (export "largest") (drop (call $far (i32.const -1))))
  (func (export "largest-store")
    (i64.store offset=0xffffffff (i32.const -1) (i64.const 0)))
  (func (export "shifted-index") (drop (call $times4-far (i32.const 0x3fffffff))))
  (func (export "negative-index") (drop (call $minus4 (i32.const 3)))))
