;; A WASI function can be called through a table, returned as a reference and
;; dropped into another table: references use one calling convention.
;; RUN: %run_all %s
;; CHECK: one
;; CHECK-NEXT: two
;; CHECK-NEXT: two
(module
  (type $write (func (param i32 i32 i32 i32) (result i32)))
  (type $exit (func (param i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (type $write)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (type $exit)))
  (memory 1)
  (data (i32.const 0) "\10\00\00\00\04\00\00\00\14\00\00\00\04\00\00\00")
  (data (i32.const 16) "one\ntwo\n")
  (table $constant funcref (elem $fd_write $proc_exit $own))
  (table $mutable 2 funcref)
  (func $own (type $write) (i32.const 99))
  (func $reference (result funcref) (ref.func $fd_write))
  (func $print (param $at i32) (param $which i32) (result i32)
    (call_indirect $constant (type $write)
      (i32.const 1) (local.get $at) (i32.const 1) (i32.const 64) (local.get $which)))
  (func (export "_start")
    (if (call $print (i32.const 0) (i32.const 0)) (then (unreachable)))
    (if (i32.ne (call $print (i32.const 0) (i32.const 2)) (i32.const 99))
      (then (unreachable)))
    (table.set $mutable (i32.const 1) (call $reference))
    (drop (call_indirect $mutable (type $write)
      (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 64) (i32.const 1)))
    (table.set $mutable (i32.const 0) (table.get $constant (i32.const 0)))
    (drop (call_indirect $mutable (type $write)
      (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 64) (i32.const 0)))
    (call_indirect $constant (type $exit) (i32.const 0) (i32.const 1))
    (unreachable)))
