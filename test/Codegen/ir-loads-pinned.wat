;; At -O2 a load is volatile only where LLVM could delete or move it;
;; --strict-traps and -O0 leave all of them so.
;; RUN: %wasmc %s -O2 -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -O2 --strict-traps -S -emit-llvm -o - | FileCheck %s --check-prefix=STRICT
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s --check-prefix=STRICT
;; STRICT-NOT: = load i
;; STRICT-COUNT-10: = load volatile i
;; STRICT-NOT: = load
(module
  (memory 1)
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.returned(
  ;; CHECK: = load i32
  (func $returned (param i32) (result i32) (i32.load (local.get 0)))
  ;; CHECK-LABEL: @wasm.stored(
  ;; CHECK: = load i64
  (func $stored (param i32 i32) (i64.store (local.get 0) (i64.load (local.get 1))))
  ;; CHECK-LABEL: @wasm.branched-on(
  ;; CHECK: = load i8
  (func $branched-on (param i32)
    (loop (br_if 0 (i32.load8_u (local.get 0)))))
  ;; CHECK-LABEL: @wasm.summed(
  ;; CHECK: = load i32
  (func $summed (param i32 i32) (result i32) (local i32)
    (loop
      (local.set 2 (i32.add (local.get 2) (i32.load (local.get 0))))
      (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 4)))
                         (local.get 1))))
    (local.get 2))
  ;; CHECK-LABEL: @wasm.used-after-branch(
  ;; CHECK: = load i32
  (func $used-after-branch (param i32 i32) (result i32) (local i32)
    (local.set 2 (i32.load (local.get 0)))
    (if (local.get 1) (then (i32.store (i32.const 8) (i32.const 1))))
    (local.get 2))
  ;; CHECK-LABEL: @wasm.unused(
  ;; CHECK: = load volatile i32
  (func $unused (param i32) (drop (i32.load (local.get 0))))
  ;; CHECK-LABEL: @wasm.on-one-path(
  ;; CHECK: = load volatile i32
  (func $on-one-path (param i32 i32) (local i32)
    (local.set 2 (i32.load (local.get 0)))
    (if (local.get 1) (then (i32.store (i32.const 8) (local.get 2)))))
  ;; CHECK-LABEL: @wasm.selected(
  ;; CHECK: = load volatile i32
  (func $selected (param i32 i32) (result i32)
    (select (i32.load (local.get 0)) (i32.const 1) (local.get 1)))
  ;; CHECK-LABEL: @wasm.difference(
  ;; CHECK: = load volatile i32
  (func $difference (param i32) (result i32)
    (i32.sub (i32.load (local.get 0)) (i32.load (local.get 0)))))
