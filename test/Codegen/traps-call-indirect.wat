;; A call through a table traps for an index beyond it, a null element and a
;; function of another type, whether or not the table can change.
;; RUN: %run_all %s --exports
;; ENDS _start
;; TRAP constant-null: uninitialized element
;; TRAP constant-size: undefined element
;; TRAP constant-minus-one: undefined element
;; TRAP constant-type: indirect call type mismatch
;; TRAP constant-result: indirect call type mismatch
;; TRAP mutable-null: uninitialized element
;; TRAP mutable-size: undefined element
;; TRAP mutable-type: indirect call type mismatch
;; TRAP empty-table: undefined element
(module
  (type $ii (func (param i32) (result i32)))
  (type $same (func (param i32) (result i32)))
  (type $il (func (param i32) (result i64)))
  (type $li (func (param i64) (result i32)))
  (table $constant 4 funcref)
  (table $mutable 4 4 funcref)
  (table $empty 0 funcref)
  (elem (table $constant) (i32.const 1) func $double $long)
  (elem (table $mutable) (i32.const 1) func $double $long)
  (func $double (type $same) (i32.mul (local.get 0) (i32.const 2)))
  (func $long (type $li) (i32.wrap_i64 (local.get 0)))
  (func $call (param i32) (result i32)
    (call_indirect $constant (type $ii) (i32.const 21) (local.get 0)))
  (func $result (param i32)
    (drop (call_indirect $constant (type $il) (i32.const 21) (local.get 0))))
  (func $call-mutable (param i32) (result i32)
    (call_indirect $mutable (type $ii) (i32.const 21) (local.get 0)))
  (func (export "write")
    (table.set $mutable (i32.const 0) (ref.func $double)))
  (func (export "constant-null") (drop (call $call (i32.const 0))))
  (func (export "constant-size") (drop (call $call (i32.const 4))))
  (func (export "constant-minus-one") (drop (call $call (i32.const -1))))
  (func (export "constant-type") (drop (call $call (i32.const 2))))
  (func (export "constant-result") (call $result (i32.const 1)))
  (func (export "mutable-null") (drop (call $call-mutable (i32.const 3))))
  (func (export "mutable-size") (drop (call $call-mutable (i32.const 4))))
  (func (export "mutable-type") (drop (call $call-mutable (i32.const 2))))
  (func (export "empty-table")
    (drop (call_indirect $empty (type $ii) (i32.const 1) (i32.const 0))))
  ;; Two types with the same parameters and results are one.
  (func (export "_start")
    (if (i32.ne (call $call (i32.const 1)) (i32.const 42)) (then (unreachable)))
    (if (i32.ne (call $call-mutable (i32.const 1)) (i32.const 42))
      (then (unreachable)))))
