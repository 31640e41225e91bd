;; A trap in the start function ends the program before its entry; what the start
;; function does before is done.
;; RUN: %run_all %s --exit=134
;; CHECK: start
;; CHECK-NOT: entry
;; CHECK: wasm trap: unreachable
;; CHECK-NEXT: wasm backtrace:
;; CHECK-NEXT: 0: {{.*}}!inner
;; CHECK-NEXT: 1: {{.*}}!initialize
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory 1)
  (data (i32.const 0) "\10\00\00\00\06\00\00\00\20\00\00\00\06\00\00\00")
  (data (i32.const 16) "start\n")
  (data (i32.const 32) "entry\n")
  (func $print (param i32)
    (drop (call $fd_write (i32.const 1) (local.get 0) (i32.const 1)
                          (i32.const 64))))
  (func $inner (unreachable))
  (func $initialize
    (call $print (i32.const 0))
    (call $inner))
  (start $initialize)
  (func (export "_start") (call $print (i32.const 8))))
