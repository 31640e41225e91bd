;; Linear memory, globals and tables do not overlap, and reads see the writes made
;; by calls and by memory.grow.
;; RUN: %run_all %s --no-check --levels=0,1,2,3
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1 3)
  (global $g (mut i32) (i32.const 1))
  (func $check (param $n i32) (param $is i32) (param $want i32)
    (if (i32.ne (local.get $is) (local.get $want))
      (then (call $exit (local.get $n)))))
  (func $change
    (global.set $g (i32.const 5))
    (i32.store (i32.const 100) (i32.const 6))
    (drop (memory.grow (i32.const 1))))
  (func $around-call (result i32) (local i32)
    (local.set 0 (i32.add (i32.add (global.get $g) (i32.load (i32.const 100)))
                          (memory.size)))
    (call $change)
    (i32.sub
      (i32.add (i32.add (global.get $g) (i32.load (i32.const 100))) (memory.size))
      (local.get 0)))
  ;; Every fourth store hits what is read.
  (func $overlap (param $from i32) (param $to i32) (result i32) (local $i i32)
    (loop
      (i32.store (i32.add (local.get $to) (local.get $i))
        (i32.add (i32.load (i32.add (local.get $from) (local.get $i)))
                 (i32.const 1)))
      (br_if 0 (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4)))
                         (i32.const 64))))
    (i32.load (i32.const 1064)))
  (func $bytes-of-word (param i32) (result i32)
    (i32.store8 offset=1 (local.get 0) (i32.const 0x7f))
    (i32.load (local.get 0)))
  (func $through-float (param i32) (result i32)
    (f32.store (local.get 0) (f32.const 1.5))
    (i32.store16 (local.get 0) (i32.const 0xabcd))
    (i32.load (local.get 0)))
  (func (export "_start")
    (call $check (i32.const 1) (call $around-call) (i32.const 11))
    ;; Each element is the one before it plus one.
    (i32.store (i32.const 1000) (i32.const 10))
    (call $check (i32.const 2) (call $overlap (i32.const 1000) (i32.const 1004))
                 (i32.const 26))
    (call $check (i32.const 3) (call $bytes-of-word (i32.const 2000))
                 (i32.const 0x7f00))
    (call $check (i32.const 4) (call $through-float (i32.const 2000))
                 (i32.const 0x3fc0abcd))
    (memory.fill (i32.const 2000) (i32.const 1) (i32.const 4))
    (call $check (i32.const 5) (i32.load (i32.const 2000)) (i32.const 0x1010101))))
