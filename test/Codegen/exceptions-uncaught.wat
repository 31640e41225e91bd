;; An exception that nobody catches ends the program like a trap, and traps are not
;; exceptions: no handler catches them.
;; RUN: %run_all %s --exports
;; TRAP nothing_catches: uncaught exception
;; TRAP other_tag: uncaught exception
;; TRAP out_of_handler: uncaught exception
;; TRAP rethrown: uncaught exception
;; TRAP null: null exception reference
;; TRAP trap_in_try: unreachable
;; TRAP trap_in_callee: integer divide by zero
;; TRAP access_in_callee: out of bounds memory access
;; TRAP overflow_in_try: call stack exhausted
;; TRAP thrown_at_the_end_of_the_stack: call stack exhausted
(module
  (memory 1)
  (tag $e (param i32)) (tag $f (param i32))
  (func $throw (throw $e (i32.const 1)))
  (func (export "nothing_catches") (call $throw))
  (func (export "other_tag") (block $h (result i32) (try_table (catch $f $h) (call $throw)) (unreachable)) (drop))
  (func (export "out_of_handler") (try (do (call $throw)) (catch_all (call $throw))))
  (func (export "rethrown") (try (do (try (do (call $throw)) (catch_all (rethrow 0)))) (catch $f (drop))))
  (func (export "null") (block $h (try_table (catch_all $h) (throw_ref (ref.null exn)))))
  (func (export "trap_in_try") (block $h (try_table (catch_all $h) (unreachable))))
  (func $divide (param i32) (result i32) (i32.div_u (i32.const 1) (local.get 0)))
  (func $load (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "trap_in_callee") (try (do (drop (call $divide (i32.const 0)))) (catch_all)))
  (func (export "access_in_callee") (try (do (drop (call $load (i32.const -4)))) (catch_all)))
  (func $forever (call $forever) (drop (call $divide (i32.const 1))))
  (func (export "overflow_in_try") (block $h (try_table (catch_all $h) (call $forever))))
  ;; Throws and catches at every depth, so that the stack also ends while it does.
  (func $dive (block $h (result i32) (try_table (catch $e $h) (call $throw)) (i32.const 0))
    (drop) (call $dive) (drop (call $divide (i32.const 1))))
  (func (export "thrown_at_the_end_of_the_stack") (try (do (call $dive)) (catch_all))))
