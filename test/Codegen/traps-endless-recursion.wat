;; Recursion without end exhausts the stack at every level: no call becomes a
;; jump, none is left out.
;; RUN: %run_all %s --exports --targets=linux --levels=0,1,2,3,s,z
;; RUN: %run_all %s --exports --targets=windows --levels=0,2
;; TRAP direct: call stack exhausted
;; TRAP mutual: call stack exhausted
;; TRAP indirect: call stack exhausted
;; TRAP with-values: call stack exhausted
;; TRAP accumulator: call stack exhausted
;; TRAP unused-result: call stack exhausted
(module
  (type $void (func))
  (table 1 funcref)
  (elem (i32.const 0) $indirect)
  (global $depth (mut i64) (i64.const 0))
  (func $direct (export "direct") (call $direct))
  (func $ping (export "mutual") (call $pong))
  (func $pong (call $ping))
  (func $indirect (export "indirect")
    (call_indirect (type $void) (i32.const 0)))
  (func $values (param i32 i64 f32 f64) (result f64)
    (f64.add (local.get 3)
      (call $values (i32.add (local.get 0) (i32.const 1)) (local.get 1)
                    (local.get 2) (local.get 3))))
  (func (export "with-values")
    (drop (call $values (i32.const 0) (i64.const 1) (f32.const 2) (f64.const 3))))
  ;; What a compiler turns into a loop: the call's result plus something.
  (func $sum (param i32) (result i32)
    (i32.add (i32.const 1) (call $sum (i32.add (local.get 0) (i32.const 1)))))
  (func (export "accumulator") (drop (call $sum (i32.const 0))))
  (func $count (result i64)
    (global.set $depth (i64.add (global.get $depth) (i64.const 1)))
    (call $count))
  (func (export "unused-result") (drop (call $count))))
