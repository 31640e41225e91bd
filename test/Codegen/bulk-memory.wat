;; memory.copy of overlapping ranges moves as if through a buffer; memory.fill
;; takes the low byte; memory.init copies from the middle of a segment.
;; RUN: %run_all %s --no-check
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1)
  (data (i32.const 0) "0123456789abcdefghijklmnopqrstuvwxyz")
  (data $d "WXYZ")
  (func $check (param $n i32) (param $at i32) (param $want i64)
    (if (i64.ne (i64.load (local.get $at)) (local.get $want))
      (then (call $exit (local.get $n)))))
  (func $copy (param i32 i32 i32)
    (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func $fill (param i32 i32 i32)
    (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (func (export "_start")
    (call $copy (i32.const 3) (i32.const 0) (i32.const 30)) ;; upwards
    (call $check (i32.const 1) (i32.const 0) (i64.const 0x3433323130323130)) ;; 01201234
    (call $check (i32.const 2) (i32.const 25) (i64.const 0x74737271706f6e6d)) ;; mnopqrst
    (call $check (i32.const 3) (i32.const 28) (i64.const 0x7a79787473727170)) ;; pqrst xyz
    (call $copy (i32.const 0) (i32.const 3) (i32.const 30)) ;; and back
    (call $check (i32.const 4) (i32.const 0) (i64.const 0x3736353433323130)) ;; 01234567
    (call $check (i32.const 5) (i32.const 22) (i64.const 0x7473727170_6f6e6d))
    (call $fill (i32.const 1) (i32.const 0x123456ff) (i32.const 6))
    (call $check (i32.const 6) (i32.const 0) (i64.const 0x37ffffffffffff30))
    (memory.init $d (i32.const 2) (i32.const 1) (i32.const 2))
    (call $check (i32.const 7) (i32.const 0) (i64.const 0x37ffffff5958ff30))
    ;; Large, at odd addresses, to the last byte.
    (call $fill (i32.const 1001) (i32.const 7) (i32.const 64535))
    (call $check (i32.const 8) (i32.const 65528) (i64.const 0x0707070707070707))
    (call $check (i32.const 9) (i32.const 994) (i64.const 0x0700000000000000))
    (call $copy (i32.const 999) (i32.const 1001) (i32.const 64535))
    (call $check (i32.const 10) (i32.const 992) (i64.const 0x0700000000000000))))
