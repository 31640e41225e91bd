;; A small function is inlined into its callers at -O2; one that is large, or loops,
;; or traps by itself, or calls itself, is not.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -O1 --target=linux -S -emit-llvm -o - | FileCheck %s --check-prefix=O1
(module
  (memory 1)
  (func (export "_start"))
  (func $get (param i32) (result i32) (i32.load offset=4 (local.get 0)))
  (func $outer (param i32) (result i32) (i32.add (call $get (local.get 0)) (i32.const 3)))
  ;; CHECK-LABEL: @wasm.uses(
  ;; CHECK-NOT: call
  ;; CHECK: ret i32
  ;; O1-LABEL: @wasm.uses(
  ;; O1: call {{.*}}@wasm.outer(
  (func $uses (export "uses") (param i32) (result i32)
    (call $outer (call $get (local.get 0))))

  (func $divides (param i32) (result i32) (i32.div_u (i32.const 9) (local.get 0)))
  ;; CHECK-LABEL: @wasm.calls-divides(
  ;; CHECK: call {{.*}}@wasm.divides(
  (func $calls-divides (export "d") (param i32) (result i32) (call $divides (local.get 0)))

  (func $recurs (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.mul (local.get 0) (call $recurs (i32.sub (local.get 0) (i32.const 1)))))
      (else (i32.const 1))))
  ;; CHECK-LABEL: @wasm.calls-recurs(
  ;; CHECK: call {{.*}}@wasm.recurs(
  (func $calls-recurs (export "r") (param i32) (result i32) (call $recurs (local.get 0)))

  (func $loops (param i32)
    (loop $next
      (i32.store (local.get 0) (i32.const 0))
      (br_if $next (i32.load (local.tee 0 (i32.add (local.get 0) (i32.const 12)))))))
  ;; CHECK-LABEL: @wasm.calls-loops(
  ;; CHECK: call {{.*}}@wasm.loops(
  (func $calls-loops (export "l") (param i32) (call $loops (local.get 0)))

  (func $large (param i32 i32)
    (i32.store (local.get 0) (i32.mul (i32.load offset=99 (local.get 1)) (i32.const 3)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=80 (local.get 1)) (i32.const 3)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=81 (local.get 1)) (i32.const 3)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=82 (local.get 1)) (i32.const 3)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=83 (local.get 1)) (i32.const 3)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=84 (local.get 1)) (i32.const 3)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=85 (local.get 1)) (i32.const 3)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=98 (local.get 1)) (i32.const 5)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=97 (local.get 1)) (i32.const 7)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=96 (local.get 1)) (i32.const 9)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=95 (local.get 1)) (i32.const 2)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=94 (local.get 1)) (i32.const 4)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=93 (local.get 1)) (i32.const 6)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=92 (local.get 1)) (i32.const 8)))
    (i32.store (local.get 0) (i32.mul (i32.load offset=91 (local.get 1)) (i32.const 3))))
  ;; CHECK-LABEL: @wasm.calls-large(
  ;; CHECK: call {{.*}}@wasm.large(
  (func $calls-large (export "x") (param i32 i32) (call $large (local.get 0) (local.get 1))))
