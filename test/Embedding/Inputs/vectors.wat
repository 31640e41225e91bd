;; Vectors to, from and through the host.
(module
  (import "env" "turn" (func $turn (param i32 v128) (result v128)))
  (import "env" "halves"
    (func $halves (param v128) (result v128 i64 v128)))
  (func (export "sum") (param v128 i32 v128) (result v128)
    (i32x4.add (i32x4.add (local.get 0) (local.get 2))
               (i32x4.splat (local.get 1))))
  (func (export "both") (param f64 v128) (result v128 f64)
    (f64x2.add (local.get 1) (f64x2.splat (local.get 0)))
    (f64x2.extract_lane 1 (local.get 1)))
  (func (export "turned") (param v128) (result v128)
    (call $turn (i32.const 3) (i8x16.add (local.get 0) (local.get 0))))
  (func (export "halved") (param v128) (result i64 v128)
    (local v128 i64 v128)
    (call $halves (local.get 0))
    (local.set 3) (local.set 2) (local.set 1)
    (local.get 2) (i64x2.add (local.get 1) (local.get 3))))
