;; Threads open and close files at the same time: each gets a number of its own,
;; which is free again in the end, and its writes arrive.
;; RUN: rm -rf %t.dir && mkdir %t.dir
;; RUN: %run_all %s --exit 42 --no-check --dir %t.dir::/
(module
  (import "env" "memory" (memory 1 1 shared))
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "fd_close" (func $close (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_pwrite"
    (func $write (param i32 i32 i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_filestat_get"
    (func $stat (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (export "memory" (memory 0))
  (data (i32.const 16) "abcd")
  (func $is (param i32 i32 i32)
    (if (i32.ne (local.get 0) (local.get 1)) (then (call $exit (local.get 2)))))
  (func $good (param $code i32) (param $errno i32)
    (if (local.get $errno) (then (call $exit (local.get $code)))))
  ;; The file whose name is the letter at `name`; uses the bytes at `place`.
  (func $open (param $name i32) (param $place i32) (result i32)
    (call $good (i32.const 1)
      (call $path_open (i32.const 3) (i32.const 0) (local.get $name) (i32.const 1)
        (i32.const 1) (i64.const 0x2000c4) (i64.const 0) (i32.const 0) (local.get $place)))
    (i32.load (local.get $place)))
  (func (export "wasi_thread_start") (param $id i32) (param $number i32)
    (local $place i32) (local $fd i32) (local $i i32)
    (local.set $place (i32.add (i32.const 1024) (i32.mul (local.get $number) (i32.const 256))))
    (i32.store offset=16 (local.get $place) (local.get $place)) ;; one vector
    (i32.store offset=20 (local.get $place) (i32.const 4))
    (loop $l
      (local.set $fd (call $open (i32.add (i32.const 16) (local.get $number)) (local.get $place)))
      (i32.store (local.get $place) (local.get $i))
      (call $good (i32.const 2)
        (call $write (local.get $fd) (i32.add (local.get $place) (i32.const 16)) (i32.const 1)
          (i64.extend_i32_u (i32.mul (local.get $i) (i32.const 4)))
          (i32.add (local.get $place) (i32.const 32))))
      (call $good (i32.const 3) (call $close (local.get $fd)))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (drop (i32.atomic.rmw.add (i32.const 8) (i32.const 1)))
    (drop (memory.atomic.notify (i32.const 8) (i32.const -1))))
  (func (export "_start") (local $i i32) (local $before i32) (local $fd i32)
    (local.set $before (call $open (i32.const 16) (i32.const 512)))
    (call $good (i32.const 4) (call $close (local.get $before)))
    (loop $l
      (drop (call $spawn (local.get $i)))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 4))))
    (loop $join
      (local.set $i (i32.atomic.load (i32.const 8)))
      (if (i32.lt_u (local.get $i) (i32.const 4))
        (then
          (drop (memory.atomic.wait32 (i32.const 8) (local.get $i) (i64.const -1)))
          (br $join))))
    (local.set $i (i32.const 0))
    (loop $sizes
      (local.set $fd (call $open (i32.add (i32.const 16) (local.get $i)) (i32.const 512)))
      (call $is (local.get $fd) (local.get $before) (i32.const 5))
      (call $good (i32.const 6) (call $stat (local.get $fd) (i32.const 512)))
      (call $is (i32.load (i32.const 544)) (i32.const 400) (i32.const 7))
      (call $good (i32.const 8) (call $close (local.get $fd)))
      (br_if $sizes (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 4))))
    (call $exit (i32.const 42))))
