;; Exceptions that stay within a call, and one that does not.
(module
  (import "env" "middle" (func $middle (param i32) (result i32)))
  (tag $number (param i32))
  (func $throw (param i32) (throw $number (local.get 0)))
  (func (export "caught") (param i32) (result i32)
    (block $handler (result i32)
      (try_table (catch $number $handler) (call $throw (local.get 0)))
      (i32.const -1)))
  (func (export "uncaught") (param i32) (call $throw (local.get 0)))
  ;; A call of the host is between the handler and what is thrown.
  (func (export "across") (param i32) (result i32)
    (block $handler (result i32)
      (try_table (catch $number $handler)
        (drop (call $middle (local.get 0))))
      (i32.const -1))))
