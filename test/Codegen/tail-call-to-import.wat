;; A tail call of a host function is a call and a return; a mutual recursion of
;; tail calls never exhausts the stack, an ordinary one beside it does.
;; RUN: %run_all %s --exit 134
;; CHECK: 7
;; CHECK: wasm trap: call stack exhausted
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\08\00\00\00\02\00\00\007\n")
  (func $print (result i32)
    (return_call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))
  (func $even (param i32) (result i32)
    (if (i32.eqz (local.get 0)) (then (return_call $print)))
    (return_call $odd (i32.sub (local.get 0) (i32.const 1))))
  (func $odd (param i32) (result i32)
    (return_call $even (i32.sub (local.get 0) (i32.const 1))))
  (func $deep (param i32) (result i32)
    (i32.add (call $deep (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
  (func (export "_start")
    (drop (call $even (i32.const 10000000)))
    (drop (call $deep (i32.const 0)))))
