;; Modules for the snapshot before, "wasi_unstable": its order of whence, its
;; layouts of attributes and subscriptions; all else is as in preview1.
;; RUN: %run_wasi %s
(module
  (import "wasi_unstable" "proc_exit" (func $exit (param i32)))
  (import "wasi_unstable" "path_open"
    (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_write"
    (func $write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_seek"
    (func $seek (param i32 i64 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_filestat_get"
    (func $stat (param i32 i32) (result i32)))
  (import "wasi_unstable" "path_filestat_get"
    (func $stat-at (param i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "path_link"
    (func $link (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "wasi_unstable" "poll_oneoff"
    (func $poll (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "fg0123456789")
  (data (i32.const 32) "\12\00\00\00\0a\00\00\00")  ;; the ten digits as a vector
  ;; Two subscriptions: a clock, a millisecond from now, and standard output.
  (data (i32.const 1024) "\07\00\00\00\00\00\00\00" "\00\00\00\00\00\00\00\00"
    "\ff\ff\ff\ff\ff\ff\ff\ff" "\01\00\00\00\00\00\00\00"
    "\40\42\0f\00\00\00\00\00" "\00\00\00\00\00\00\00\00"
    "\00\00\00\00\00\00\00\00")
  (data (i32.const 1080) "\09\00\00\00\00\00\00\00" "\02\00\00\00\00\00\00\00"
    "\01\00\00\00")
  (global $fd (mut i32) (i32.const -1))

  ;; Ends with the number of what failed.
  (func $check (param $number i32) (param $got i32) (param $wanted i32)
    (if (i32.ne (local.get $got) (local.get $wanted))
      (then (call $exit (local.get $number)))))
  (func $seek-to (param $number i32) (param $offset i64) (param $whence i32)
                 (param $position i32)
    (call $check (local.get $number)
      (call $seek (global.get $fd) (local.get $offset) (local.get $whence)
        (i32.const 8))
      (i32.const 0))
    (call $check (local.get $number) (i32.load (i32.const 8))
      (local.get $position)))

  ;; Fifty-six bytes at 128: two links, ten bytes, and nothing after them.
  (func $check-stat (param $number i32)
    (call $check (local.get $number) (i32.load8_u (i32.const 144)) (i32.const 4))
    (call $check (local.get $number) (i32.load (i32.const 148)) (i32.const 2))
    (call $check (local.get $number) (i32.load (i32.const 152)) (i32.const 10))
    (call $check (local.get $number)
      (i64.gt_u (i64.load (i32.const 176)) (i64.const 1000000000000000000))
      (i32.const 1))
    (call $check (local.get $number) (i32.load (i32.const 184)) (i32.const -1)))

  (func (export "_start")
    (call $check (i32.const 1)
      (call $open (i32.const 3) (i32.const 0) (i32.const 16) (i32.const 1)
        (i32.const 1) (i64.const 0x200066) (i64.const 0) (i32.const 0)
        (i32.const 8))
      (i32.const 0))
    (global.set $fd (i32.load (i32.const 8)))
    (call $check (i32.const 2)
      (call $write (global.get $fd) (i32.const 32) (i32.const 1) (i32.const 8))
      (i32.const 0))
    (call $seek-to (i32.const 3) (i64.const -4) (i32.const 0) (i32.const 6))
    (call $seek-to (i32.const 4) (i64.const -3) (i32.const 1) (i32.const 7))
    (call $seek-to (i32.const 5) (i64.const 2) (i32.const 2) (i32.const 2))
    (call $seek-to (i32.const 6) (i64.const 0) (i32.const 0) (i32.const 2))
    (call $check (i32.const 7)
      (call $seek (global.get $fd) (i64.const 0) (i32.const 3) (i32.const 8))
      (i32.const 28))

    (call $check (i32.const 8)
      (call $link (i32.const 3) (i32.const 0) (i32.const 16) (i32.const 1)
        (i32.const 3) (i32.const 17) (i32.const 1))
      (i32.const 0))
    (i32.store (i32.const 184) (i32.const -1))
    (call $check (i32.const 9) (call $stat (global.get $fd) (i32.const 128))
      (i32.const 0))
    (call $check-stat (i32.const 10))
    (memory.fill (i32.const 128) (i32.const -1) (i32.const 60))
    (call $check (i32.const 11)
      (call $stat-at (i32.const 3) (i32.const 0) (i32.const 17) (i32.const 1)
        (i32.const 128))
      (i32.const 0))
    (call $check-stat (i32.const 12))
    ;; They need no more than that.
    (call $check (i32.const 13) (call $stat (global.get $fd) (i32.const 65480))
      (i32.const 0))
    (call $check (i32.const 14) (call $stat (global.get $fd) (i32.const 65481))
      (i32.const 21))

    ;; Standard output is ready at once; then the clock alone.
    (call $check (i32.const 15)
      (call $poll (i32.const 1024) (i32.const 256) (i32.const 2) (i32.const 8))
      (i32.const 0))
    (call $check (i32.const 16) (i32.load (i32.const 8)) (i32.const 1))
    (call $check (i32.const 17) (i32.load (i32.const 256)) (i32.const 9))
    (call $check (i32.const 18) (i32.load8_u (i32.const 266)) (i32.const 2))
    (call $check (i32.const 19)
      (call $poll (i32.const 1024) (i32.const 256) (i32.const 1) (i32.const 8))
      (i32.const 0))
    (call $check (i32.const 20) (i32.load (i32.const 8)) (i32.const 1))
    (call $check (i32.const 21) (i32.load (i32.const 256)) (i32.const 7))
    (call $check (i32.const 22) (i32.load16_u (i32.const 264)) (i32.const 0))
    (call $check (i32.const 23)
      (call $poll (i32.const 65481) (i32.const 256) (i32.const 1) (i32.const 8))
      (i32.const 21))))
