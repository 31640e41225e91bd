;; Division and remainder by zero and the one quotient out of range trap, with
;; operands known to the compiler as well as not.
;; RUN: %run_all %s --exports
;; ENDS _start
;; TRAP div_s32: integer divide by zero
;; TRAP div_u32: integer divide by zero
;; TRAP rem_s32: integer divide by zero
;; TRAP rem_u32: integer divide by zero
;; TRAP div_s64: integer divide by zero
;; TRAP rem_u64: integer divide by zero
;; TRAP constant-zero: integer divide by zero
;; TRAP overflow32: integer overflow
;; TRAP overflow64: integer overflow
;; TRAP constant-minus-one: integer overflow
;; TRAP constant-dividend: integer overflow
;; TRAP zero-by-zero: integer divide by zero
(module
  (global $zero (mut i32) (i32.const 0))
  (func $sink (param i32))
  (func $div_s32 (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  (func $div_u32 (param i32 i32) (result i32) (i32.div_u (local.get 0) (local.get 1)))
  (func $rem_s32 (param i32 i32) (result i32) (i32.rem_s (local.get 0) (local.get 1)))
  (func $rem_u32 (param i32 i32) (result i32) (i32.rem_u (local.get 0) (local.get 1)))
  (func $div_s64 (param i64 i64) (result i64) (i64.div_s (local.get 0) (local.get 1)))
  (func $rem_s64 (param i64 i64) (result i64) (i64.rem_s (local.get 0) (local.get 1)))
  (func $rem_u64 (param i64 i64) (result i64) (i64.rem_u (local.get 0) (local.get 1)))
  (func $by-minus-one (param i32) (result i32) (i32.div_s (local.get 0) (i32.const -1)))
  (func $of-minimum (param i64) (result i64)
    (i64.div_s (i64.const 0x8000000000000000) (local.get 0)))
  ;; Results are dropped: the trap alone must keep the division.
  (func (export "div_s32") (drop (call $div_s32 (i32.const 1) (i32.const 0))))
  (func (export "div_u32") (drop (call $div_u32 (i32.const 1) (i32.const 0))))
  (func (export "rem_s32") (drop (i32.rem_s (i32.const 1) (global.get $zero))))
  (func (export "rem_u32") (drop (call $rem_u32 (i32.const 1) (i32.const 0))))
  (func (export "div_s64") (drop (call $div_s64 (i64.const -1) (i64.const 0))))
  (func (export "rem_u64") (drop (call $rem_u64 (i64.const 1) (i64.const 0))))
  (func (export "constant-zero") (drop (i32.div_u (global.get $zero) (i32.const 0))))
  (func (export "overflow32")
    (drop (call $div_s32 (i32.const 0x80000000) (i32.const -1))))
  (func (export "overflow64")
    (drop (call $div_s64 (i64.const 0x8000000000000000) (i64.const -1))))
  (func (export "constant-minus-one")
    (drop (call $by-minus-one (i32.const 0x80000000))))
  (func (export "constant-dividend") (drop (call $of-minimum (i64.const -1))))
  (func (export "zero-by-zero") (drop (i64.div_s (i64.const 0) (i64.const 0))))
  (func (export "_start")
    (if (i32.ne (call $rem_s32 (i32.const 0x80000000) (i32.const -1)) (i32.const 0))
      (then (unreachable)))
    (if (i64.ne (call $rem_s64 (i64.const 0x8000000000000000) (i64.const -1))
                (i64.const 0))
      (then (unreachable)))))
