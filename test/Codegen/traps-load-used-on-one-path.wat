;; A load beyond memory traps before it is known whether its value will be used.
;; RUN: %run_all %s --exports --targets=linux --levels=0,1,2,3,s,z
;; RUN: %run_all %s --exports --targets=windows --levels=0,2
;; TRAP if: out of bounds memory access
;; TRAP if-else: out of bounds memory access
;; TRAP br_if: out of bounds memory access
;; TRAP select-first: out of bounds memory access
;; TRAP select-second: out of bounds memory access
;; TRAP last-of-loop: out of bounds memory access
;; TRAP before-loop: out of bounds memory access
;; TRAP return: out of bounds memory access
(module
  (memory 1)
  (global $zero (mut i32) (i32.const 0))
  (global $one (mut i32) (i32.const 1))
  (func $sink (param i32))
  (func $if (param i32) (local i32)
    (local.set 1 (i32.load (local.get 0)))
    (if (global.get $zero) (then (call $sink (local.get 1)))))
  (func (export "if") (call $if (i32.const 65533)))
  (func $if-else (param i32) (result i32) (local i32)
    (local.set 1 (i32.load (local.get 0)))
    (if (result i32) (global.get $zero)
      (then (i32.add (local.get 1) (i32.const 5)))
      (else (i32.const 2))))
  (func (export "if-else") (call $sink (call $if-else (i32.const 65533))))
  (func $br_if (param i32) (result i32) (local i32)
    (local.set 1 (i32.load (local.get 0)))
    (block
      (br_if 0 (global.get $one))
      (return (i32.mul (local.get 1) (i32.const 3))))
    (i32.const 1))
  (func (export "br_if") (call $sink (call $br_if (i32.const 65533))))
  (func $first (param i32 i32) (result i32)
    (select (i32.load (local.get 0)) (i32.const 7) (local.get 1)))
  (func (export "select-first") (drop (call $first (i32.const 65533) (i32.const 0))))
  (func $second (param i32 i32) (result i32)
    (select (local.get 1) (i32.load (local.get 0)) (local.get 1)))
  (func (export "select-second") (drop (call $second (i32.const 65533) (i32.const 1))))
  ;; Only the first address is beyond memory.
  (func $last-of-loop (param i32) (result i32) (local i32)
    (loop
      (local.set 1 (i32.load (local.get 0)))
      (local.set 0 (i32.sub (local.get 0) (i32.const 4096)))
      (br_if 0 (i32.gt_s (local.get 0) (i32.const 0))))
    (local.get 1))
  (func (export "last-of-loop") (drop (call $last-of-loop (i32.const 65536))))
  ;; The loop ends before it uses the value.
  (func $before-loop (param i32 i32) (local i32)
    (local.set 2 (i32.load (local.get 0)))
    (block
      (loop
        (br_if 1 (i32.eqz (local.get 1)))
        (i32.store (i32.const 0) (local.get 2))
        (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
        (br 0))))
  (func (export "before-loop") (call $before-loop (i32.const 65533) (i32.const 0)))
  (func $return (param i32) (result i32)
    (i32.load (local.get 0))
    (br_if 0 (i32.const 8) (global.get $one))
    (drop))
  (func (export "return") (drop (call $return (i32.const 65533)))))
