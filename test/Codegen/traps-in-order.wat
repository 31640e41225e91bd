;; A trap happens after the output before it and before the output after it,
;; whatever the compiler moves: here the value is used only at the end, in a loop
;; or not at all.
;; RUN: %run_all %s --exit=134 --levels=0,1,2,3
;; RUN: %run_all %s --exit=134 --levels=1,2,3 --targets=linux --wasmc --entry=in-loop
;; RUN: %run_all %s --exit=134 --levels=1,2,3 --targets=linux --wasmc --entry=division
;; RUN: %run_all %s --exit=134 --levels=1,2,3 --targets=linux --wasmc --entry=store
;; CHECK: before
;; CHECK-NOT: after
;; CHECK: wasm trap: {{out of bounds memory access|integer divide by zero}}
;; CHECK-NOT: after
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory 1)
  (global $sum (mut i32) (i32.const 0))
  (data (i32.const 0) "\10\00\00\00\07\00\00\00\20\00\00\00\06\00\00\00")
  (data (i32.const 16) "before\n")
  (data (i32.const 32) "after\n")
  (func $print (param i32)
    (drop (call $fd_write (i32.const 1) (local.get 0) (i32.const 1)
                          (i32.const 64))))
  (func $straight (param i32) (result i32) (local i32)
    (call $print (i32.const 0))
    (local.set 1 (i32.load (local.get 0)))
    (call $print (i32.const 8))
    (local.get 1))
  (func (export "_start") (global.set $sum (call $straight (i32.const 65536))))
  ;; The load does not change in the loop, but must not move before it.
  (func $loop (param i32) (local i32)
    (loop
      (call $print (i32.const 0))
      (local.set 1 (i32.add (local.get 1) (i32.load (local.get 0))))
      (call $print (i32.const 8))
      (br_if 0 (i32.lt_u (local.get 1) (i32.const 9))))
    (global.set $sum (local.get 1)))
  (func (export "in-loop") (call $loop (i32.const 65536)))
  (func $divide (param i32 i32) (result i32) (local i32)
    (call $print (i32.const 0))
    (local.set 2 (i32.div_u (local.get 0) (local.get 1)))
    (call $print (i32.const 8))
    (local.get 2))
  (func (export "division")
    (global.set $sum (call $divide (i32.const 1) (i32.const 0))))
  (func $store (param i32)
    (call $print (i32.const 0))
    (i32.store (local.get 0) (i32.const 1))
    (call $print (i32.const 8))
    (i32.store (local.get 0) (i32.const 2)))
  (func (export "store") (call $store (i32.const -1))))
