;; Symbols come from the name section with a prefix, so that a module's memcpy is
;; not the runtime's; equal and odd names stay apart, nameless ones are numbered.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check
(module
  (func $memcpy (param i32) (result i32) (i32.const 1))
  (func $wasmc_main (result i32) (i32.const 2))
  (func $"a b" (result i32) (i32.const 3))
  (func $a_b (result i32) (i32.const 4))
  (func $main (result i32) (i32.const 5))
  (func (result i32) (i32.const 6))
  (func $func.5 (result i32) (i32.const 7))
  (func $"\c3\a4" (result i32) (i32.const 8))
  ;; CHECK: define hidden fastcc i32 @wasm.memcpy(
  ;; CHECK: define hidden fastcc i32 @wasm.wasmc_main(
  ;; CHECK: define hidden fastcc i32 @wasm.a_b(
  ;; CHECK: define hidden fastcc i32 @wasm.a_b.2(
  ;; CHECK: define hidden fastcc i32 @wasm.main(
  ;; CHECK: define hidden fastcc i32 @wasm.func.5(
  ;; CHECK: define hidden fastcc i32 @wasm.func.5.2(
  ;; CHECK: define hidden fastcc i32 @wasm.__(
  (func $start (export "_start")
    (if (i32.ne
          (i32.add (i32.add (i32.add (call $memcpy (i32.const 0)) (call $wasmc_main))
                            (i32.add (call $"a b") (call $a_b)))
                   (i32.add (i32.add (call $main) (call 5))
                            (i32.add (call $func.5) (call $"\c3\a4"))))
          (i32.const 36))
      (then (unreachable)))))
