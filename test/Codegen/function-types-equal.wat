;; Function types are equal if their recursive groups are; call_indirect goes by
;; that, and traps if they differ only in the group around them.
;; RUN: %run_all %s --exports
;; ENDS equal
;; TRAP other-group: indirect call type mismatch
;; TRAP other-member: indirect call type mismatch
;; TRAP other-nullability: indirect call type mismatch
;; TRAP other-referred-type: indirect call type mismatch
(module
  (type $a (func (param (ref null $a))))
  (type $b (func (param (ref null $b))))
  (rec (type $c0 (func (param (ref null $c1)))) (type $c1 (func (param (ref null $c0)))))
  (rec (type $d0 (func (param (ref null $d1)))) (type $d1 (func (param (ref null $d0)))))
  (type $e (func (param (ref null $c1))))
  (type $f (func (param (ref null $d1))))
  (type $g (func (param (ref null $a))))
  (type $h (func (param (ref $a))))
  (table funcref (elem $fa $fc0 $fe $fh))
  (func $fa (type $a))
  (func $fc0 (type $c0))
  (func $fe (type $e))
  (func $fh (type $h))
  (func (export "equal")
    (call_indirect (type $a) (ref.null nofunc) (i32.const 0))
    (call_indirect (type $b) (ref.null $a) (i32.const 0))
    (call_indirect (type $c0) (ref.null $d1) (i32.const 1))
    (call_indirect (type $d0) (ref.null $c1) (i32.const 1))
    (call_indirect (type $e) (ref.null $d1) (i32.const 2))
    (call_indirect (type $f) (ref.null $d1) (i32.const 2)))
  (func (export "other-group")
    (call_indirect (type $e) (ref.null $d1) (i32.const 1)))
  (func (export "other-member")
    (call_indirect (type $c1) (ref.null $c0) (i32.const 1)))
  (func (export "other-nullability")
    (call_indirect (type $g) (ref.null $a) (i32.const 3)))
  (func (export "other-referred-type")
    (call_indirect (type $g) (ref.null $a) (i32.const 2))))
