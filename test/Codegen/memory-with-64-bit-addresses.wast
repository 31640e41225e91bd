;; Addresses of 64 bits: no bit of an address or of an offset is lost, sums that
;; wrap are out of bounds, and sizes and lengths are 64-bit numbers.
;; RUN: %run_wast %s | FileCheck %s
;; CHECK: linux -O0: 28 passed, 0 failed
;; CHECK: linux -O2: 28 passed, 0 failed
;; CHECK: windows -O2: 28 passed, 0 failed

(module
  (memory i64 1 3)
  (data $d "abcdefgh")
  (func (export "load") (param i64) (result i32) (i32.load8_u (local.get 0)))
  (func (export "load8") (param i64) (result i64) (i64.load (local.get 0)))
  (func (export "load-far") (param i64) (result i32)
    (i32.load8_u offset=0x100000000 (local.get 0)))
  (func (export "load-last") (param i64) (result i32)
    (i32.load8_u offset=0xffffffffffffffff (local.get 0)))
  (func (export "unused") (param i64) (drop (i32.load8_u (local.get 0))))
  (func (export "store") (param i64 i32) (i32.store16 (local.get 0) (local.get 1)))
  (func (export "size") (result i64) (memory.size))
  (func (export "grow") (param i64) (result i64) (memory.grow (local.get 0)))
  (func (export "fill") (param i64 i64) (memory.fill (local.get 0) (i32.const 1) (local.get 1)))
  (func (export "copy") (param i64 i64 i64)
    (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func (export "init") (param i64) (memory.init $d (local.get 0) (i32.const 0) (i32.const 8))))

(assert_return (invoke "size") (i64.const 1))
(assert_return (invoke "load" (i64.const 65535)) (i32.const 0))
(assert_trap (invoke "load" (i64.const 65536)) "out of bounds memory access")
(assert_trap (invoke "load" (i64.const 0x100000000)) "out of bounds memory access")
(assert_trap (invoke "load" (i64.const 0x8000000000000000)) "out of bounds memory access")
(assert_trap (invoke "load" (i64.const -1)) "out of bounds memory access")
(assert_trap (invoke "unused" (i64.const 0x7fffffffffffffff)) "out of bounds memory access")
(assert_trap (invoke "load8" (i64.const 65529)) "out of bounds memory access")
(assert_trap (invoke "load8" (i64.const -8)) "out of bounds memory access")
(assert_trap (invoke "load-far" (i64.const 0)) "out of bounds memory access")
;; The sum is 1 in 64 bits, which does not count.
(assert_trap (invoke "load-far" (i64.const 0xffffffff00000001)) "out of bounds memory access")
(assert_trap (invoke "load-last" (i64.const 2)) "out of bounds memory access")
(assert_return (invoke "init" (i64.const 65528)))
(assert_return (invoke "load8" (i64.const 65528)) (i64.const 0x6867666564636261))
(assert_trap (invoke "init" (i64.const 0x100000000)) "out of bounds memory access")
(assert_trap (invoke "store" (i64.const 65535) (i32.const -1)) "out of bounds memory access")
(assert_return (invoke "load" (i64.const 65535)) (i32.const 0x68))
(assert_return (invoke "grow" (i64.const 0x100000000)) (i64.const -1))
(assert_return (invoke "grow" (i64.const -1)) (i64.const -1))
(assert_return (invoke "grow" (i64.const 2)) (i64.const 1))
(assert_return (invoke "size") (i64.const 3))
(assert_return (invoke "store" (i64.const 196606) (i32.const 0x1234)))
(assert_return (invoke "load" (i64.const 196607)) (i32.const 0x12))
(assert_trap (invoke "fill" (i64.const 196607) (i64.const 2)) "out of bounds memory access")
(assert_trap (invoke "fill" (i64.const 1) (i64.const -1)) "out of bounds memory access")
(assert_trap (invoke "copy" (i64.const 0) (i64.const 0) (i64.const 0x100000000))
  "out of bounds memory access")
(assert_return (invoke "copy" (i64.const 0) (i64.const 65528) (i64.const 8)))
