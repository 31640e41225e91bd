;; What subtyping allows validates, and --dump prints types by the first of equal
;; ones.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --validate %t.wasm
;; RUN: %wasmc --dump %t.wasm | FileCheck %s
(module
  ;; CHECK:      type 0: () -> (i32)
  ;; CHECK-NEXT: type 1: () -> (i32)
  ;; CHECK-NEXT: type 2: ((ref 0)) -> ((ref null 2))
  (type $t (func (result i32)))
  (type $u (func (result i32)))
  (rec (type $r (func (param (ref $u)) (result (ref null $r)))))
  (type $v (func))
  (import "m" "x" (global $x (ref extern)))
  (table (export "t") 1 (ref null $u))
  (func $f (type $t) (i32.const 1))
  ;; CHECK: global 1 "g": (ref 0) = (ref.func 0)
  ;; CHECK-NEXT: global 2: funcref = (ref.func 0)
  (global $g (ref $t) (ref.func $f))
  (global funcref (ref.func $f))
  ;; CHECK-NEXT: global 3: (ref null 0) = (global.get 1)
  (global (ref null $u) (global.get $g))
  (global (ref null $t) (ref.null nofunc))
  (global (ref extern) (global.get $x))
  (elem (table 0) (i32.const 0) (ref $t) (ref.func $f))
  (func (param (ref $t)) (result funcref) (local.get 0))
  (func (param (ref null $t)) (result (ref func))
    (block $l (result (ref func))
      (br_on_non_null $l (local.get 0))
      (global.get $g)))
  ;; CHECK: {{.*}}: if (result (ref null 0))
  (func (param i32 (ref $u)) (result (ref null func))
    (if (result (ref null $t)) (local.get 0) (then (ref.null nofunc)) (else (local.get 1))))
  (func (param (ref $t)) (result (ref null $t))
    (if (param (ref $t)) (result (ref null $t)) (local.get 0) (i32.const 1) (then)))
  ;; CHECK: {{.*}}: call_ref 1
  (func (param (ref $t)) (result i32)
    (call_ref $u (local.get 0)))
  ;; Anything may stand for a reference in unreachable code.
  (func (result (ref $v)) (unreachable) (ref.as_non_null))
  (func (result i32) (unreachable) (br_on_null 0) (call_ref $t) (i32.add))
  (func (result (ref $v)) (unreachable) (br_on_non_null 0) (unreachable))
  (func (local $x (ref $t)) (local.set $x (global.get $g))
    (block (drop (local.get $x)) (loop (drop (local.tee $x (local.get $x)))))))
