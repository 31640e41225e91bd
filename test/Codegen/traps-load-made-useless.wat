;; A load beyond memory traps though arithmetic, a branch or a store makes its
;; value useless.
;; RUN: %run_all %s --exports --targets=linux --levels=0,1,2,3,s,z
;; RUN: %run_all %s --exports --targets=windows --levels=0,2
;; TRAP times-zero: out of bounds memory access
;; TRAP and-zero: out of bounds memory access
;; TRAP minus-itself: out of bounds memory access
;; TRAP disjoint-masks: out of bounds memory access
;; TRAP equal-to-itself: out of bounds memory access
;; TRAP stored-back: out of bounds memory access
;; TRAP stored-then-overwritten: out of bounds memory access
;; TRAP global-overwritten: out of bounds memory access
;; TRAP empty-if: out of bounds memory access
;; TRAP same-branches: out of bounds memory access
;; TRAP unused-local: out of bounds memory access
;; TRAP second-of-two: out of bounds memory access
(module
  (memory 1)
  (global $zero (mut i32) (i32.const 0))
  (global $address (mut i32) (i32.const 65533))
  (func $sink (param i32))
  (func (export "times-zero")
    (call $sink (i32.mul (i32.load (global.get $address)) (i32.const 0))))
  (func (export "and-zero")
    (call $sink (i32.and (i32.const 0) (i32.load (global.get $address)))))
  (func (export "minus-itself")
    (call $sink (i32.sub (i32.load (global.get $address))
                         (i32.load (global.get $address)))))
  (func (export "disjoint-masks")
    (call $sink
      (i32.and (i32.and (i32.load (global.get $address)) (i32.const 15))
               (i32.and (i32.load (global.get $address)) (i32.const 240)))))
  (func (export "equal-to-itself")
    (call $sink (i32.eq (i32.load (global.get $address))
                        (i32.load (global.get $address)))))
  (func (export "stored-back")
    (i32.store (global.get $address) (i32.load (global.get $address))))
  (func (export "stored-then-overwritten")
    (i32.store (global.get $zero) (i32.load (global.get $address)))
    (i32.store (global.get $zero) (i32.const 1)))
  (func (export "global-overwritten")
    (global.set $zero (i32.load (global.get $address)))
    (global.set $zero (i32.const 1)))
  (func (export "empty-if")
    (if (i32.load (global.get $address)) (then)))
  (func (export "same-branches")
    (call $sink
      (if (result i32) (i32.load (global.get $address))
        (then (i32.add (global.get $zero) (i32.const 1)))
        (else (i32.add (global.get $zero) (i32.const 1))))))
  (func (export "unused-local") (local i32)
    (local.set 0 (i32.load (global.get $address)))
    (local.set 0 (i32.const 1)))
  (func (export "second-of-two")
    (call $sink (i32.load (i32.const 0)))
    (drop (i32.load (global.get $address)))))
