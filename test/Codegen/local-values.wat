;; Locals start as zero, and merge at labels as the program wrote them: swapped
;; in a loop, written in one branch, read before and after.
;; RUN: %run_all %s --no-check --levels=0,1,2
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1)
  (func $check (param $n i32) (param $is i32) (param $want i32)
    (if (i32.ne (local.get $is) (local.get $want))
      (then (call $exit (local.get $n)))))
  (func $zeros (result i32) (local i32 i64 f32 f64 externref)
    (i32.and
      (i32.and (i32.eqz (local.get 0)) (i64.eqz (local.get 1)))
      (i32.and
        (i32.eqz (i32.reinterpret_f32 (local.get 2)))
        (i32.and (i64.eqz (i64.reinterpret_f64 (local.get 3)))
                 (ref.is_null (local.get 4))))))
  (func $swap (param $a i32) (param $b i32) (param $n i32) (result i32)
    (local $t i32)
    (loop
      (local.set $t (local.get $a))
      (local.set $a (local.get $b))
      (local.set $b (local.get $t))
      (br_if 0 (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.sub (local.get $a) (local.get $b)))
  (func $one-branch (param i32) (result i32) (local i32)
    (local.set 1 (i32.const 3))
    (if (local.get 0) (then (local.set 1 (i32.const 4))))
    (local.get 1))
  ;; The old value stays on the stack while the local changes.
  (func $old-value (param i32) (result i32)
    (local.get 0)
    (local.set 0 (i32.const 100))
    (i32.sub (local.get 0)))
  (func $tee-in-loop (param i32) (result i32) (local i32)
    (block
      (loop
        (br_if 1 (i32.ge_u (local.get 1) (local.get 0)))
        (br 0 (local.set 1 (i32.add (local.tee 1 (i32.add (local.get 1) (i32.const 1)))
                                    (local.get 1))))))
    (local.get 1))
  (func $nested (param i32) (result i32) (local $i i32) (local $j i32) (local $s i32)
    (loop $outer
      (local.set $j (i32.const 0))
      (loop $inner
        (local.set $s (i32.add (local.get $s) (i32.xor (local.get $i) (local.get $j))))
        (br_if $inner (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 1)))
                                (local.get 0))))
      (br_if $outer (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                              (local.get 0))))
    (local.get $s))
  (func (export "_start")
    (call $check (i32.const 1) (call $zeros) (i32.const 1))
    (call $check (i32.const 2) (call $swap (i32.const 9) (i32.const 4) (i32.const 7))
                 (i32.const -5))
    (call $check (i32.const 3) (call $one-branch (i32.const 0)) (i32.const 3))
    (call $check (i32.const 4) (call $one-branch (i32.const 1)) (i32.const 4))
    (call $check (i32.const 5) (call $old-value (i32.const 1)) (i32.const -99))
    (call $check (i32.const 6) (call $tee-in-loop (i32.const 20)) (i32.const 30))
    (call $check (i32.const 7) (call $nested (i32.const 5)) (i32.const 68))))
