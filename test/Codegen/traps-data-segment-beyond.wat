;; A data segment one byte beyond memory traps before the program runs; the
;; segments before it are no excuse.
;; RUN: %run_all %s --exit=134 
;; CHECK-NOT: ran
;; CHECK: wasm trap: out of bounds memory access
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory 1)
  (data (i32.const 0) "\10\00\00\00\04\00\00\00")
  (data (i32.const 16) "ran\n")
  (data (i32.const 65535) "ab")
  (func (export "_start")
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1)
                          (i32.const 8)))))
