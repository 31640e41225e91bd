;; The stack may end inside the runtime library just as well as in the module's
;; own code.
;; RUN: %run_all %s --exports
;; TRAP write: call stack exhausted
;; TRAP read-clock: call stack exhausted
;; TRAP fill: call stack exhausted
;; TRAP grow-table: call stack exhausted
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get"
    (func $clock_time_get (param i32 i64 i32) (result i32)))
  (memory 1)
  (table $table 0 externref)
  ;; One empty buffer: nothing is printed.
  (func $write (export "write")
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1)
                          (i32.const 8)))
    (call $write))
  (func $clock (export "read-clock")
    (drop (call $clock_time_get (i32.const 1) (i64.const 0) (i32.const 8)))
    (call $clock))
  (func $fill (param i32)
    (memory.fill (i32.const 0) (i32.const 1) (local.get 0))
    (call $fill (i32.and (i32.add (local.get 0) (i32.const 1))
                         (i32.const 255))))
  (func (export "fill") (call $fill (i32.const 0)))
  (func $grow (export "grow-table")
    (drop (table.grow $table (ref.null extern) (i32.const 0)))
    (call $grow)))
