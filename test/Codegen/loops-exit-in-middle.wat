;; A loop with an odd number of iterations, unrolled by two with its exit in the
;; middle, is made one with the exit at the end, re-rolled and vectorised.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check --levels=0,2,3
(module
  (memory 1)
  (global $calls (mut i32) (i32.const 0))
  (func $call
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (if (i32.eqz (global.get $calls)) (then (call $call))))

  ;; CHECK-LABEL: @wasm.odd(
  ;; CHECK: vector.body:
  ;; CHECK: fmul <4 x float>
  (func $odd (param $y i32) (param $x i32) (param $n i32) (local $i i32)
    (local.set $n (i32.shl (i32.sub (local.get $n) (i32.const 1)) (i32.const 1)))
    (block $done
      (loop $next
        (f32.store (local.get $y) (f32.mul (f32.load (local.get $x)) (f32.const 3)))
        (br_if $done (i32.eq (local.get $i) (local.get $n)))
        (f32.store offset=4 (local.get $y)
          (f32.mul (f32.load offset=4 (local.get $x)) (f32.const 3)))
        (local.set $x (i32.add (local.get $x) (i32.const 8)))
        (local.set $y (i32.add (local.get $y) (i32.const 8)))
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br $next))))

  ;; The second half does something else.
  ;; CHECK-LABEL: @wasm.differs(
  ;; CHECK-NOT: iteration
  ;; CHECK: ret void
  (func $differs (param $y i32) (param $x i32) (param $n i32) (local $i i32)
    (local.set $n (i32.shl (i32.sub (local.get $n) (i32.const 1)) (i32.const 1)))
    (block $done
      (loop $next
        (f32.store (local.get $y) (f32.mul (f32.load (local.get $x)) (f32.const 3)))
        (br_if $done (i32.eq (local.get $i) (local.get $n)))
        (f32.store offset=4 (local.get $y)
          (f32.add (f32.load offset=4 (local.get $x)) (f32.const 3)))
        (local.set $x (i32.add (local.get $x) (i32.const 8)))
        (local.set $y (i32.add (local.get $y) (i32.const 8)))
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br $next))))

  ;; The second half is not where the first one ends.
  ;; CHECK-LABEL: @wasm.gap(
  ;; CHECK-NOT: iteration
  ;; CHECK: ret void
  (func $gap (param $y i32) (param $x i32) (param $n i32) (local $i i32)
    (local.set $n (i32.shl (i32.sub (local.get $n) (i32.const 1)) (i32.const 1)))
    (block $done
      (loop $next
        (f32.store (local.get $y) (f32.mul (f32.load (local.get $x)) (f32.const 3)))
        (br_if $done (i32.eq (local.get $i) (local.get $n)))
        (f32.store offset=12 (local.get $y)
          (f32.mul (f32.load offset=12 (local.get $x)) (f32.const 3)))
        (local.set $x (i32.add (local.get $x) (i32.const 8)))
        (local.set $y (i32.add (local.get $y) (i32.const 8)))
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br $next))))

  ;; Each round calls: the exit stays where it is, and no store is copied.
  ;; CHECK-LABEL: @wasm.calls(
  ;; CHECK-COUNT-2: store float
  ;; CHECK-NOT: store float
  ;; CHECK: ret void
  (func $calls (param $y i32) (param $x i32) (param $n i32) (local $i i32)
    (local.set $n (i32.shl (i32.sub (local.get $n) (i32.const 1)) (i32.const 1)))
    (block $done
      (loop $next
        (f32.store (local.get $y) (f32.mul (f32.load (local.get $x)) (f32.const 3)))
        (br_if $done (i32.eq (local.get $i) (local.get $n)))
        (call $call)
        (f32.store offset=4 (local.get $y)
          (f32.mul (f32.load offset=4 (local.get $x)) (f32.const 3)))
        (local.set $x (i32.add (local.get $x) (i32.const 8)))
        (local.set $y (i32.add (local.get $y) (i32.const 8)))
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br $next))))

  (func $fill (local $p i32)
    (loop $next
      (f32.store (local.get $p) (f32.convert_i32_u (local.get $p)))
      (br_if $next (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4)))
                             (i32.const 4096)))))
  ;; A sum that tells places apart.
  (func $hash (result i32) (local $p i32) (local $h i32)
    (loop $next
      (local.set $h (i32.add (i32.mul (local.get $h) (i32.const 31))
                             (i32.load (local.get $p))))
      (br_if $next (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4)))
                             (i32.const 4096))))
    (local.get $h))
  (func $is (param i32) (call $fillIs (call $hash) (local.get 0)))
  (func $fillIs (param i32 i32)
    (if (i32.ne (local.get 0) (local.get 1)) (then unreachable))
    (call $fill))
  (func (export "_start")
    (call $fill)
    (call $odd (i32.const 2048) (i32.const 0) (i32.const 101))
    (call $is (i32.const 0x180dc000))
    (call $odd (i32.const 8) (i32.const 0) (i32.const 9))
    (call $is (i32.const 0xcdd2f800))
    (call $odd (i32.const 0) (i32.const 4) (i32.const 51))
    (call $is (i32.const 0x8e980000))
    (call $odd (i32.const 64) (i32.const 0) (i32.const 1))
    (call $is (i32.const 0xd5400000))
    (call $differs (i32.const 2048) (i32.const 0) (i32.const 33))
    (call $is (i32.const 0x0de20000))
    (call $gap (i32.const 2048) (i32.const 0) (i32.const 33))
    (call $is (i32.const 0x4cda0000))
    (call $calls (i32.const 2048) (i32.const 0) (i32.const 11))
    (call $is (i32.const 0x0a668000))
    (if (i32.ne (global.get $calls) (i32.const 10)) (then unreachable))))
