;; A tail call takes no stack, whatever the two signatures are: ten million of
;; them between a function of one parameter and one of ten, directly and through
;; a table, returning three values.
;; RUN: %run_all %s --exit 42 --no-check

(module (type $b (func (param i64 i64 i64 i64 i64 i64 i64 f64 f32 i32) (result i32 i64 f64)))
 (type $s (func (param i64) (result i32 i64 f64)))
 (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
 (memory (export "memory") 1)
 (table funcref (elem $big $small))
 (func $small (type $s) (local.get 0) (if (i64.eqz) (then (return (i32.const 1) (i64.const 2) (f64.const 3))))
   (return_call_indirect (type $b) (local.get 0) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5) (i64.const 6) (i64.const 7) (f64.const 8) (f32.const 9) (i32.const 10) (i32.const 0)))
 (func $big (type $b)
   (if (i64.ne (i64.add (i64.add (local.get 1) (local.get 4)) (local.get 6)) (i64.const 14)) (then (call $exit (i32.const 3))))
   (if (f32.ne (local.get 8) (f32.const 9)) (then (call $exit (i32.const 4))))
   (if (i32.ne (local.get 9) (i32.const 10)) (then (call $exit (i32.const 5))))
   (return_call $small (i64.sub (local.get 0) (i64.const 1))))
 (func (export "_start") (local i32 i64 f64)
   (call $small (i64.const 10000000)) (local.set 2) (local.set 1) (local.set 0)
   (if (f64.ne (local.get 2) (f64.const 3)) (then (call $exit (i32.const 6))))
   (if (i64.ne (local.get 1) (i64.const 2)) (then (call $exit (i32.const 7))))
   (call $exit (i32.const 42))))
