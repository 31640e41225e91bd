;; An access that begins inside memory and ends outside traps, though only the
;; bytes inside are used or changed.
;; RUN: %run_all %s --exports --targets=linux --levels=0,1,2,3,s,z
;; RUN: %run_all %s --exports --targets=windows
;; TRAP mask: out of bounds memory access
;; TRAP wrap: out of bounds memory access
;; TRAP extend: out of bounds memory access
;; TRAP test-bit: out of bounds memory access
;; TRAP store-low: out of bounds memory access
;; TRAP set-bits: out of bounds memory access
;; TRAP clear-byte: out of bounds memory access
;; TRAP sign: out of bounds memory access
;; TRAP float-sign: out of bounds memory access
;; TRAP lane: out of bounds memory access
(module
  (memory 1)
  (global $kept (mut i32) (i32.const 0))
  (func $mask (param i32) (result i32)
    (i32.and (i32.load (local.get 0)) (i32.const 255)))
  (func (export "mask") (drop (call $mask (i32.const 65533))))
  (func $wrap (param i32) (result i32) (i32.wrap_i64 (i64.load (local.get 0))))
  (func (export "wrap") (drop (call $wrap (i32.const 65530))))
  (func $extend (param i32) (result i32) (i32.extend8_s (i32.load (local.get 0))))
  (func (export "extend") (drop (call $extend (i32.const 65535))))
  (func $test-bit (param i32)
    (if (i32.and (i32.load (local.get 0)) (i32.const 1))
      (then (global.set $kept (i32.const 1)))))
  (func (export "test-bit") (call $test-bit (i32.const 65534)))
  (func $store-low (param i32)
    (i32.store8 (i32.const 0) (i32.load (local.get 0))))
  (func (export "store-low") (call $store-low (i32.const 65533)))
  (func $set-bits (param i32)
    (i32.store (local.get 0)
      (i32.or (i32.load (local.get 0)) (i32.const 0x40))))
  (func (export "set-bits") (call $set-bits (i32.const 65533)))
  (func $clear-byte (param i32)
    (i32.store (local.get 0)
      (i32.and (i32.load (local.get 0)) (i32.const 0xffffff00))))
  (func (export "clear-byte") (call $clear-byte (i32.const 65533)))
  ;; Below the first byte of memory there is nothing, above the last neither.
  (func $sign (param i32) (result i32)
    (i32.shr_u (i32.load16_u (local.get 0)) (i32.const 15)))
  (func (export "sign") (drop (call $sign (i32.const 65535))))
  (func $float-sign (param i32) (result i64)
    (i64.and (i64.reinterpret_f64 (f64.load (local.get 0))) (i64.const 0xff)))
  (func (export "float-sign") (drop (call $float-sign (i32.const 65529))))
  (func $lane (param i32) (result i32)
    (i32x4.extract_lane 1 (v128.load (local.get 0))))
  (func (export "lane") (drop (call $lane (i32.const 65521)))))
