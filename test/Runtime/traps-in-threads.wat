;; A trap in any thread ends the program with its report, and so does the end of
;; the main thread, or proc_exit in any: whatever the others do.
;; RUN: %run_all %s --exports
;; TRAP unreachable: unreachable
;; TRAP memory-access: out of bounds memory access
;; TRAP stack: call stack exhausted
;; ENDS proc-exit
;; ENDS end-of-main
(module
  (import "env" "memory" (memory 1 1 shared))
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  
  (func $deep (param i32) (result i32)
    (i32.add (i32.const 1) (call $deep (i32.add (local.get 0) (i32.const 1)))))
  (func $sleep
    (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1)))
    (unreachable))
  (func (export "wasi_thread_start") (param $id i32) (param $what i32)
    (block $5 (block $4 (block $3 (block $2 (block $1
      (br_table $1 $2 $3 $4 $5 (local.get $what)))
      (unreachable))
      (i32.store offset=65536 (i32.const 0) (i32.const 0)))
      (drop (call $deep (i32.const 0))))
      (call $exit (i32.const 0)))
    (call $sleep))
  (func $start (param i32)
    (if (i32.le_s (call $spawn (local.get 0)) (i32.const 0)) (then (call $exit (i32.const 9)))))
  (func (export "unreachable") (call $start (i32.const 4)) (call $start (i32.const 0)) (call $sleep))
  (func (export "memory-access") (call $start (i32.const 1)) (call $sleep))
  (func (export "stack") (call $start (i32.const 2)) (call $sleep))
  (func (export "proc-exit") (call $start (i32.const 3)) (call $sleep))
  (func (export "end-of-main") (call $start (i32.const 4))))
