;; Truncating NaN is an invalid conversion, truncating what is out of range an
;; overflow; the result need not be used.
;; RUN: %run_all %s --exports
;; TRAP i32-f32-s-nan: invalid conversion to integer
;; TRAP i32-f32-s-max: integer overflow
;; TRAP i32-f32-s-min: integer overflow
;; TRAP i32-f32-u-minus-one: integer overflow
;; TRAP i32-f64-s-max: integer overflow
;; TRAP i32-f64-s-min: integer overflow
;; TRAP i32-f64-u-max: integer overflow
;; TRAP i64-f32-s-max: integer overflow
;; TRAP i64-f32-u-infinity: integer overflow
;; TRAP i64-f64-s-min: integer overflow
;; TRAP i64-f64-u-minus-one: integer overflow
;; TRAP i64-f64-u-signalling: invalid conversion to integer
;; TRAP constant: invalid conversion to integer
(module
  (func $i32-f32-s (param f32) (result i32) (i32.trunc_f32_s (local.get 0)))
  (func $i32-f32-u (param f32) (result i32) (i32.trunc_f32_u (local.get 0)))
  (func $i32-f64-s (param f64) (result i32) (i32.trunc_f64_s (local.get 0)))
  (func $i32-f64-u (param f64) (result i32) (i32.trunc_f64_u (local.get 0)))
  (func $i64-f32-s (param f32) (result i64) (i64.trunc_f32_s (local.get 0)))
  (func $i64-f32-u (param f32) (result i64) (i64.trunc_f32_u (local.get 0)))
  (func $i64-f64-s (param f64) (result i64) (i64.trunc_f64_s (local.get 0)))
  (func $i64-f64-u (param f64) (result i64) (i64.trunc_f64_u (local.get 0)))
  (func (export "i32-f32-s-nan") (drop (call $i32-f32-s (f32.const nan))))
  (func (export "i32-f32-s-max") (drop (call $i32-f32-s (f32.const 0x1p31))))
  (func (export "i32-f32-s-min") (drop (call $i32-f32-s (f32.const -0x1.000002p31))))
  (func (export "i32-f32-u-minus-one") (drop (call $i32-f32-u (f32.const -1))))
  (func (export "i32-f64-s-max") (drop (call $i32-f64-s (f64.const 0x1p31))))
  (func (export "i32-f64-s-min") (drop (call $i32-f64-s (f64.const -0x1.00000002p31))))
  (func (export "i32-f64-u-max") (drop (call $i32-f64-u (f64.const 0x1p32))))
  (func (export "i64-f32-s-max") (drop (call $i64-f32-s (f32.const 0x1p63))))
  (func (export "i64-f32-u-infinity") (drop (call $i64-f32-u (f32.const inf))))
  (func (export "i64-f64-s-min")
    (drop (call $i64-f64-s (f64.const -0x1.0000000000001p63))))
  (func (export "i64-f64-u-minus-one") (drop (call $i64-f64-u (f64.const -1))))
  (func (export "i64-f64-u-signalling")
    (drop (call $i64-f64-u (f64.const nan:0x4000000000000))))
  (func (export "constant") (drop (i32.trunc_f64_s (f64.const -nan)))))
