;; Operations that only make a NaN quiet are vectorised like others, and stay.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check --levels=0,2,3
(module
  (memory 1)

  ;; CHECK-LABEL: @wasm.addZero(
  ;; CHECK: vector.body:
  ;; CHECK: constrained.fadd.v4f32
  (func $addZero (param $x i32) (param $n i32)
    (loop $next
      (f32.store (local.get $x) (f32.add (f32.load (local.get $x)) (f32.const 0)))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; CHECK-LABEL: @wasm.timesOne(
  ;; CHECK: vector.body:
  ;; CHECK: constrained.fmul.v4f32
  (func $timesOne (param $x i32) (param $n i32)
    (loop $next
      (f32.store (local.get $x) (f32.mul (f32.load (local.get $x)) (f32.const 1)))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; The sign of what is multiplied by one or minus one is no constant: this
  ;; operation is not made plain.
  ;; CHECK-LABEL: @wasm.timesSign(
  ;; CHECK-NOT: vector.body:
  ;; CHECK: constrained.fmul.f32
  (func $timesSign (param $x i32) (param $n i32)
    (loop $next
      (f32.store (local.get $x)
        (f32.mul (f32.load (local.get $x))
          (select (f32.const 1) (f32.const -1)
                  (i32.and (local.get $n) (i32.const 4)))))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  (func $fill (param $x i32) (param $n i32)
    (loop $next
      (i32.store (local.get $x) (i32.const 0x7f800001))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  (func $check (param $x i32) (param $n i32)
    (loop $next
      (if (i32.ne (i32.and (i32.load (local.get $x)) (i32.const 0x7fffffff))
                  (i32.const 0x7fc00001))
        (then unreachable))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  (func (export "_start")
    (call $fill (i32.const 0) (i32.const 100))
    (call $addZero (i32.const 0) (i32.const 100))
    (call $check (i32.const 0) (i32.const 100))
    (call $fill (i32.const 0) (i32.const 100))
    (call $timesOne (i32.const 0) (i32.const 100))
    (call $check (i32.const 0) (i32.const 100))
    (call $fill (i32.const 0) (i32.const 100))
    (call $timesSign (i32.const 0) (i32.const 100))
    (call $check (i32.const 0) (i32.const 100))))
