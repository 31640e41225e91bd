;; Threads run at the same time on one memory: eight of them add to an atomic
;; counter, and, under a lock made of wait and notify, to a plain one. Each has
;; its own globals, tables and dropped segments; the start function runs in each.
;; RUN: %run_all %s --exit 42 --no-check
(module
  (import "env" "memory" (memory 1 1 shared))
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (export "memory" (memory 0))
  (global $own (mut i32) (i32.const 7))
  (table $table 2 funcref)
  (elem $refs func $step)
  (data $bytes "x")
  (start $start)
  (func $start (drop (i32.atomic.rmw.add offset=20 (i32.const 0) (i32.const 1))))
  (func $is (param i32 i32 i32)
    (if (i32.ne (local.get 0) (local.get 1)) (then (call $exit (local.get 2)))))
  ;; 0: unlocked, 1: locked, 2: locked and waited for
  (func $lock
    (if (i32.eqz (i32.atomic.rmw.cmpxchg offset=4 (i32.const 0) (i32.const 0) (i32.const 1)))
      (then (return)))
    (loop $again
      (if (i32.atomic.rmw.xchg offset=4 (i32.const 0) (i32.const 2))
        (then
          (drop (memory.atomic.wait32 offset=4 (i32.const 0) (i32.const 2) (i64.const -1)))
          (br $again)))))
  (func $unlock
    (if (i32.eq (i32.const 2) (i32.atomic.rmw.xchg offset=4 (i32.const 0) (i32.const 0)))
      (then (drop (memory.atomic.notify offset=4 (i32.const 0) (i32.const 1))))))
  (func $step
    (drop (i32.atomic.rmw.add offset=8 (i32.const 0) (i32.const 1)))
    (call $lock)
    (i32.store offset=12 (i32.const 0) (i32.add (i32.const 1) (i32.load offset=12 (i32.const 0))))
    (call $unlock))
  (func (export "wasi_thread_start") (param $id i32) (param $argument i32)
    (local $i i32)
    (if (i32.le_s (local.get $id) (i32.const 0)) (then (call $exit (i32.const 1))))
    (call $is (global.get $own) (i32.const 7) (i32.const 2))
    (global.set $own (local.get $argument))
    (if (i32.eqz (ref.is_null (table.get $table (i32.const 0)))) (then (call $exit (i32.const 3))))
    (table.init $table $refs (i32.const 0) (i32.const 0) (i32.const 1))
    (elem.drop $refs)
    (memory.init $bytes (i32.const 64) (i32.const 0) (i32.const 1))
    (data.drop $bytes)
    (loop $l
      (call_indirect $table (i32.const 0))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 5000))))
    (call $is (global.get $own) (local.get $argument) (i32.const 4))
    (drop (i32.atomic.rmw.add offset=16 (i32.const 0) (i32.const 1)))
    (drop (memory.atomic.notify offset=16 (i32.const 0) (i32.const -1))))
  (func (export "_start") (local $i i32) (local $done i32)
    (loop $l
      (if (i32.le_s (call $spawn (i32.add (local.get $i) (i32.const 100))) (i32.const 0))
        (then (call $exit (i32.const 5))))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 8))))
    (loop $join
      (local.set $done (i32.atomic.load offset=16 (i32.const 0)))
      (if (i32.lt_u (local.get $done) (i32.const 8))
        (then
          (drop (memory.atomic.wait32 offset=16 (i32.const 0) (local.get $done) (i64.const -1)))
          (br $join))))
    (call $is (global.get $own) (i32.const 7) (i32.const 6))
    (call $is (i32.atomic.load offset=8 (i32.const 0)) (i32.const 40000) (i32.const 7))
    (call $is (i32.load offset=12 (i32.const 0)) (i32.const 40000) (i32.const 8))
    (call $is (i32.atomic.load offset=20 (i32.const 0)) (i32.const 9) (i32.const 9))
    (call $exit (i32.const 42))))
