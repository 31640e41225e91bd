;; A program of tail calls passes on what does not fit registers.
(module
  (import "env" "sum" (func $sum
    (param i32 i32 i32 i32 i32 i32 i64 f64) (result i32 i64 f64)))
  (type $sums (func (param i32 i32 i32 i32 i32 i32 i64 f64)
                    (result i32 i64 f64)))
  (table funcref (elem $sum $again))
  (func $again (type $sums)
    (return_call $sum (i32.const 10) (local.get 1) (local.get 2) (local.get 3)
      (local.get 4) (local.get 5) (local.get 6) (local.get 7)))
  (func (export "direct") (type $sums)
    (return_call $again (local.get 0) (local.get 1) (local.get 2)
      (local.get 3) (local.get 4) (local.get 5) (local.get 6) (local.get 7)))
  (func (export "indirect") (param i32) (result i32 i64 f64)
    (call_indirect (type $sums) (i32.const 1) (i32.const 2) (i32.const 3)
      (i32.const 4) (i32.const 5) (i32.const 6) (i64.const 7) (f64.const 8)
      (local.get 0))))
