;; What needs a reference traps on null, also when its result is not used.
;; RUN: %run_all %s --exports
;; TRAP call: null function reference
;; TRAP tail-call: null function reference
;; TRAP as-non-null: null reference
;; TRAP as-non-null-extern: null reference
;; TRAP call-in-typed-table: uninitialized element
;; TRAP call-in-constant-typed-table: uninitialized element
(module
  (type $t (func))
  (table $table 3 (ref null $t))
  (table $constant 3 (ref null $t))
  (elem (table $constant) (i32.const 1) (ref null $t) (ref.func $f) (ref.null $t))
  (func $f)
  (func (export "call") (call_ref $t (ref.null $t)))
  (func (export "tail-call") (return_call_ref $t (ref.null nofunc)))
  (func (export "as-non-null")
    (drop (ref.as_non_null (table.get $table (i32.const 0)))))
  (func (export "as-non-null-extern")
    (drop (ref.as_non_null (ref.null extern))))
  (func (export "call-in-typed-table")
    (call_indirect $table (type $t) (i32.const 0))
    (table.set $table (i32.const 0) (ref.func $f)))
  (func (export "call-in-constant-typed-table")
    (call_indirect $constant (type $t) (i32.const 1))
    (call_indirect $constant (type $t) (i32.const 2))))
