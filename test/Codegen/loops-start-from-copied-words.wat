;; Words that a loop starts from and that were copied by 8 bytes are loaded from
;; where they were copied from: then LLVM makes the loop one over a vector.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check --levels=0,2,3
(module
  (memory 1)
  (data (i32.const 64) "\01\02\03\04\15\16\17\18\29\2a\2b\2c\3d\3e\3f\40")

  ;; Low halves, shifted halves, and loads from the copy.
  ;; CHECK-LABEL: @wasm.words(
  ;; CHECK: load {{(volatile )?}}<4 x i32>
  ;; CHECK: phi <4 x i32>
  ;; CHECK: ret void
  (func $words (export "words") (param $to i32) (param $from i32) (param $n i32)
    (local $x i64) (local $y i64) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $x (i64.load (local.get $from)))
    (local.set $y (i64.load offset=8 (local.get $from)))
    (i64.store offset=8 (local.get $to) (local.get $y))
    (i64.store (local.get $to) (local.get $x))
    (local.set $a (i32.wrap_i64 (local.get $x)))
    (local.set $b (i32.load offset=4 (local.get $to)))
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

  ;; Two words are no vector.
  ;; CHECK-LABEL: @wasm.two(
  ;; CHECK: load {{(volatile )?}}<2 x i64>
  ;; CHECK-NOT: phi <
  ;; CHECK: ret void
  (func $two (export "two") (param $to i32) (param $from i32) (param $n i32)
    (local $x i64) (local $y i64) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $x (i64.load (local.get $from)))
    (local.set $y (i64.load offset=8 (local.get $from)))
    (i64.store offset=8 (local.get $to) (local.get $y))
    (i64.store (local.get $to) (local.get $x))
    (local.set $a (i32.wrap_i64 (local.get $x)))
    (local.set $b (i32.load offset=4 (local.get $to)))
    (loop $again
      (local.set $a (i32.rotl (i32.add (local.get $a) (local.get $n)) (i32.const 7)))
      (local.set $b (i32.rotl (i32.add (local.get $b) (local.get $n)) (i32.const 7)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.store (local.get $to) (local.get $a))
    (i32.store offset=4 (local.get $to) (local.get $b)))

  ;; The store between may be to the copy, from which one word comes.
  ;; CHECK-LABEL: @wasm.between(
  ;; CHECK: store i32 77
  ;; CHECK: load {{(volatile )?}}i32
  ;; CHECK-NOT: phi <4
  ;; CHECK: ret void
  (func $between (export "between") (param $to i32) (param $from i32) (param $n i32)
    (local $x i64) (local $y i64) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $x (i64.load (local.get $from)))
    (local.set $y (i64.load offset=8 (local.get $from)))
    (i64.store offset=8 (local.get $to) (local.get $y))
    (i64.store (local.get $to) (local.get $x))
    (i32.store (local.get $n) (i32.const 77))
    (local.set $a (i32.wrap_i64 (local.get $x)))
    (local.set $b (i32.load offset=4 (local.get $to)))
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

  ;; One word is of both halves.
  ;; CHECK-LABEL: @wasm.across(
  ;; CHECK: load {{(volatile )?}}i32
  ;; CHECK-NOT: phi <4
  ;; CHECK: ret void
  (func $across (export "across") (param $to i32) (param $from i32) (param $n i32)
    (local $x i64) (local $y i64) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $x (i64.load (local.get $from)))
    (local.set $y (i64.load offset=8 (local.get $from)))
    (i64.store offset=8 (local.get $to) (local.get $y))
    (i64.store (local.get $to) (local.get $x))
    (local.set $a (i32.wrap_i64 (local.get $x)))
    (local.set $b (i32.load offset=6 (local.get $to)))
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

  ;; Nothing but the words needs what is loaded: the wide loads stay, for their
  ;; traps.
  ;; CHECK-LABEL: @wasm.kept(
  ;; CHECK: load {{(volatile )?}}i64
  ;; CHECK: load {{(volatile )?}}i64
  ;; CHECK-NOT: phi <4
  ;; CHECK: ret void
  (func $kept (export "kept") (param $to i32) (param $from i32) (param $n i32)
    (local $x i64) (local $y i64) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $x (i64.load (local.get $from)))
    (local.set $y (i64.load offset=8 (local.get $from)))
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

  ;; All words that they leave.
  (func (export "_start") (local $p i32) (local $h i32)
    (call $words (i32.const 128) (i32.const 64) (i32.const 3))
    (call $two (i32.const 160) (i32.const 64) (i32.const 2))
    (call $between (i32.const 192) (i32.const 64) (i32.const 196))
    (call $across (i32.const 224) (i32.const 64) (i32.const 5))
    (call $kept (i32.const 256) (i32.const 64) (i32.const 4))
    (local.set $p (i32.const 128))
    (loop $next
      (local.set $h (i32.add (i32.mul (local.get $h) (i32.const 31)) (i32.load (local.get $p))))
      (br_if $next (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4))) (i32.const 288))))
    (if (i32.ne (local.get $h) (i32.const 0x81449d98)) (then unreachable))))
