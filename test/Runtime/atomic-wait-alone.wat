;; With nobody to wake it, a wait ends at once if the value differs, and else not
;; before its time is over; a notify wakes nobody. memory.grow of a shared memory
;; stops at its maximum.
;; RUN: %run_all %s --exports
;; ENDS not-equal
;; ENDS times-out-never-early
;; ENDS notify-wakes-nobody
;; ENDS grows-to-the-maximum
(module
  (import "wasi_snapshot_preview1" "clock_time_get"
    (func $clock (param i32 i64 i32) (result i32)))
  (memory (export "memory") 1 3 shared)
  (func $is (param i32 i32)
    (if (i32.ne (local.get 0) (local.get 1)) (then unreachable)))
  (func $now (result i64)
    (drop (call $clock (i32.const 1) (i64.const 1) (i32.const 64)))
    (i64.load (i32.const 64)))
  (func (export "not-equal")
    (i64.store (i32.const 8) (i64.const 0x100000000))
    (call $is (i32.const 1)
      (memory.atomic.wait32 (i32.const 8) (i32.const 1) (i64.const -1)))
    (call $is (i32.const 1)
      (memory.atomic.wait64 (i32.const 8) (i64.const 0) (i64.const -1))))
  (func $wait (param $timeout i64) (local $start i64)
    (local.set $start (call $now))
    (call $is (i32.const 2)
      (memory.atomic.wait32 (i32.const 8) (i32.const 0) (local.get $timeout)))
    (if (i64.lt_u (i64.sub (call $now) (local.get $start)) (local.get $timeout))
      (then unreachable)))
  (func (export "times-out-never-early")
    (call $wait (i64.const 0))
    (call $wait (i64.const 1))
    (call $wait (i64.const 150000))
    (call $wait (i64.const 3300001))
    (call $wait (i64.const 21000000)))
  (func (export "notify-wakes-nobody")
    (call $is (i32.const 0) (memory.atomic.notify (i32.const 8) (i32.const -1))))
  (func (export "grows-to-the-maximum")
    (call $is (i32.const 1) (memory.grow (i32.const 2)))
    (call $is (i32.const -1) (memory.grow (i32.const 1)))
    (call $is (i32.const 3) (memory.size))
    (i32.atomic.store (i32.const 196604) (i32.const 1))))
