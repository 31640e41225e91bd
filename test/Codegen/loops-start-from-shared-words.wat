;; What loops-start-from-copied-words.wat tests is not done where another thread
;; may write between: each word is read once.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1 1 shared)

  ;; CHECK-LABEL: @wasm.words(
  ;; CHECK-COUNT-2: load i64
  ;; CHECK-NOT: load
  ;; CHECK: ret void
  (func $words (export "words") (param $to i32) (param $from i32) (param $n i32)
    (local $x i64) (local $y i64) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $x (i64.load (local.get $from)))
    (local.set $y (i64.load offset=8 (local.get $from)))
    (i64.store offset=8 (local.get $to) (local.get $y))
    (i64.store (local.get $to) (local.get $x))
    (local.set $a (i32.wrap_i64 (local.get $x)))
    (local.set $b (i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const 32))))
    (local.set $c (i32.wrap_i64 (local.get $y)))
    (local.set $d (i32.wrap_i64 (i64.shr_u (local.get $y) (i64.const 32))))
    (loop $again
      (local.set $a (i32.rotl (i32.add (local.get $a) (local.get $n)) (i32.const 7)))
      (local.set $b (i32.rotl (i32.add (local.get $b) (local.get $n)) (i32.const 7)))
      (local.set $c (i32.rotl (i32.add (local.get $c) (local.get $n)) (i32.const 7)))
      (local.set $d (i32.rotl (i32.add (local.get $d) (local.get $n)) (i32.const 7)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.store (local.get $to) (local.get $a))
    (i32.store offset=4 (local.get $to) (local.get $b))
    (i32.store offset=8 (local.get $to) (local.get $c))
    (i32.store offset=12 (local.get $to) (local.get $d)))

  (func (export "_start")))
