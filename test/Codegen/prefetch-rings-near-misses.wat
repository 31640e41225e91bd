;; What looks like a ring whose values lead to a table, and is not.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s --implicit-check-not=@llvm.prefetch
(module
  (memory 1)
  (func (export "_start"))

  ;; The head of a hash chain: any of many places.
  ;; CHECK-LABEL: @wasm.chain(
  (func $chain (export "chain") (param $i i32) (param $next i32) (result i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.shl (i32.and (local.get $i) (i32.const 0xfff)) (i32.const 2)))
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (local.get $next))
    (i32.load offset=32768 (local.get $now)))

  ;; One place.
  ;; CHECK-LABEL: @wasm.one(
  (func $one (export "one") (param $slot i32) (param $next i32) (result i32)
    (local $now i32)
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (local.get $next))
    (i32.load offset=32768 (local.get $now)))

  ;; A table of 1 KiB.
  ;; CHECK-LABEL: @wasm.small(
  (func $small (export "small") (param $i i32) (param $next i32) (result i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.shl (i32.and (local.get $i) (i32.const 7)) (i32.const 2)))
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (local.get $next))
    (i32.load offset=32768 (i32.shl (i32.and (local.get $now) (i32.const 255)) (i32.const 2))))

  ;; A cursor of several: the next value is near the one taken.
  ;; CHECK-LABEL: @wasm.cursor(
  (func $cursor (export "cursor") (param $i i32) (param $value i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.shl (i32.and (local.get $i) (i32.const 7)) (i32.const 2)))
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (i32.add (local.get $now) (i32.const 4)))
    (i32.store offset=32768 (local.get $now) (local.get $value)))

  ;; What is put there is used at once.
  ;; CHECK-LABEL: @wasm.used(
  (func $used (export "used") (param $i i32) (param $next i32) (result i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.shl (i32.and (local.get $i) (i32.const 7)) (i32.const 2)))
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (local.get $next))
    (i32.store offset=16 (local.get $next) (local.get $i))
    (i32.load offset=32768 (local.get $now)))

  ;; The address takes a division, which could trap.
  ;; CHECK-LABEL: @wasm.divided(
  (func $divided (export "divided") (param $i i32) (param $next i32) (result i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.shl (i32.and (local.get $i) (i32.const 7)) (i32.const 2)))
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (local.get $next))
    (i32.load offset=32768 (i32.div_u (local.get $i) (local.get $now))))

  ;; The address is not known yet at the store.
  ;; CHECK-LABEL: @wasm.later(
  (func $later (export "later") (param $i i32) (param $next i32) (result i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.shl (i32.and (local.get $i) (i32.const 7)) (i32.const 2)))
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (local.get $next))
    (i32.load offset=32768 (i32.add (local.get $now) (i32.load (local.get $i))))))
