;; A thread leaves nothing behind: forty thousand of them, one after the other, are
;; more than a process may have mappings.
;; RUN: %run_all %s --exit 42 --no-check --targets linux
(module
  (import "env" "memory" (memory 1 1 shared))
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (func (export "wasi_thread_start") (param $id i32) (param $argument i32)
    (drop (i32.atomic.rmw.add (i32.const 0) (i32.const 1)))
    (drop (memory.atomic.notify (i32.const 0) (i32.const -1))))
  (func (export "_start") (local $i i32)
    (loop $l
      (if (i32.le_s (call $spawn (i32.const 0)) (i32.const 0)) (then (call $exit (i32.const 1))))
      (drop (memory.atomic.wait32 (i32.const 0) (local.get $i) (i64.const -1)))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 40000))))
    (call $exit (i32.const 42))))
