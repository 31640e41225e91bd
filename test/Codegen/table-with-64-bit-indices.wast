;; Indices of 64 bits into tables: no bit is lost.
;; RUN: %run_wast %s | FileCheck %s
;; CHECK: linux -O0: 16 passed, 0 failed
;; CHECK: linux -O2: 16 passed, 0 failed
;; CHECK: windows -O2: 16 passed, 0 failed

(module
  (table $t i64 4 10 funcref)
  (table $narrow 4 funcref)
  (elem (table $t) (i64.const 1) func $one $two)
  (type $f (func (result i32)))
  (func $one (result i32) (i32.const 1))
  (func $two (result i32) (i32.const 2))
  (func (export "call") (param i64) (result i32)
    (call_indirect $t (type $f) (local.get 0)))
  (func (export "tail-call") (param i64) (result i32)
    (return_call_indirect $t (type $f) (local.get 0)))
  (func (export "null") (param i64) (result i32)
    (ref.is_null (table.get $t (local.get 0))))
  (func (export "set") (param i64) (table.set $t (local.get 0) (ref.func $two)))
  (func (export "size") (result i64) (table.size $t))
  (func (export "grow") (param i64) (result i64)
    (table.grow $t (ref.func $one) (local.get 0)))
  (func (export "copy") (param i32 i64 i32)
    (table.copy $narrow $t (local.get 0) (local.get 1) (local.get 2)))
  (func (export "call-narrow") (param i32) (result i32)
    (call_indirect $narrow (type $f) (local.get 0))))

(assert_return (invoke "call" (i64.const 1)) (i32.const 1))
(assert_return (invoke "tail-call" (i64.const 2)) (i32.const 2))
(assert_trap (invoke "call" (i64.const 0x100000001)) "undefined element")
(assert_trap (invoke "tail-call" (i64.const -1)) "undefined element")
(assert_trap (invoke "call" (i64.const 3)) "uninitialized element")
(assert_trap (invoke "null" (i64.const 0x100000000)) "out of bounds table access")
(assert_trap (invoke "set" (i64.const 0x100000003)) "out of bounds table access")
(assert_return (invoke "null" (i64.const 3)) (i32.const 1))
(assert_return (invoke "grow" (i64.const 0x100000000)) (i64.const -1))
(assert_return (invoke "grow" (i64.const 6)) (i64.const 4))
(assert_return (invoke "size") (i64.const 10))
(assert_return (invoke "call" (i64.const 9)) (i32.const 1))
(assert_trap (invoke "copy" (i32.const 0) (i64.const 0x100000000) (i32.const 1))
  "out of bounds table access")
(assert_return (invoke "copy" (i32.const 0) (i64.const 1) (i32.const 2)))
(assert_return (invoke "call-narrow" (i32.const 1)) (i32.const 2))
