;; Segments at the very end of memory, empty ones at the end, overlapping ones
;; (the last wins), above 2^31, and at an
;; offset that is computed.
;; RUN: %run_all %s --no-check
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 32769)
  (data (i32.const 2147549180) "abcd")
  (data (i32.const 2147549184) "")
  (data (i32.const 8) "1234")
  (data (i32.const 10) "xyz")
  (data (i32.add (i32.const 100) (i32.mul (i32.const 3) (i32.const 5))) "h")
  (func $check (param $n i32) (param $is i32) (param $want i32)
    (if (i32.ne (local.get $is) (local.get $want))
      (then (call $exit (local.get $n)))))
  (func (export "_start")
    (call $check (i32.const 1) (i32.load (i32.const 2147549180)) (i32.const 0x64636261))
    (call $check (i32.const 2) (i32.load (i32.const 8)) (i32.const 0x79783231))
    (call $check (i32.const 3) (i32.load (i32.const 12)) (i32.const 0x7a))
    (call $check (i32.const 4) (i32.load8_u (i32.const 115)) (i32.const 0x68))
    (call $check (i32.const 5) (memory.size) (i32.const 32769))))
