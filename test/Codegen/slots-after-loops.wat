;; The halves of a product that a loop stores for nobody are stored once, after
;; it. Not if anything in the loop may see them, or may stay in it for ever.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1)
  (func (export "_start"))
  (func $callee (call $callee)) ;; or it would be inlined

  ;; CHECK-LABEL: @wasm.sunk(
  ;; CHECK: loop:
  ;; CHECK: mul nuw{{.*}} i128
  ;; CHECK-NOT: store
  ;; CHECK: br i1
  ;; CHECK: mul nuw{{.*}} i128
  ;; CHECK: store i64 {{.*}}, ptr %[[LOW:.*]], align
  ;; CHECK: store i64
  ;; CHECK: ret
  (func $sunk (export "a") (param $p i32) (param $x i64) (result i64)
    (local $i i32) (local $l i64) (local $h i64) (local $sum i64)
    (loop $again
      (i64.mul_wide_u (local.get $x)
        (i64.load offset=256
          (i32.add (local.get $p) (i32.shl (local.get $i) (i32.const 3)))))
      (local.set $h) (local.set $l)
      (i64.store (local.get $p) (local.get $l))
      (i64.store offset=8 (local.get $p) (local.get $h))
      (local.set $sum
        (i64.xor (i64.add (local.get $sum) (local.get $l)) (local.get $h)))
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.const 16))))
    (local.get $sum))

  ;; An array that reaches the slot.
  ;; CHECK-LABEL: @wasm.reached(
  ;; CHECK: mul nuw{{.*}} i128
  ;; CHECK: store i64
  ;; CHECK: br i1
  ;; CHECK: ret
  (func $reached (export "b") (param $p i32) (param $x i64) (result i64)
    (local $i i32) (local $l i64) (local $h i64) (local $sum i64)
    (loop $again
      (i64.mul_wide_u (local.get $x)
        (i64.load offset=8
          (i32.add (local.get $p) (i32.shl (local.get $i) (i32.const 3)))))
      (local.set $h) (local.set $l)
      (i64.store (local.get $p) (local.get $l))
      (i64.store offset=8 (local.get $p) (local.get $h))
      (local.set $sum
        (i64.xor (i64.add (local.get $sum) (local.get $l)) (local.get $h)))
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.const 16))))
    (local.get $sum))

  ;; A function that may read it.
  ;; CHECK-LABEL: @wasm.called(
  ;; CHECK: mul nuw{{.*}} i128
  ;; CHECK: store i64
  ;; CHECK: br i1
  ;; CHECK: ret
  (func $called (export "c") (param $p i32) (param $x i64) (result i64)
    (local $i i32) (local $l i64) (local $h i64)
    (loop $again
      (i64.mul_wide_u (local.get $x) (i64.extend_i32_u (local.get $i)))
      (local.set $h) (local.set $l)
      (i64.store (local.get $p) (local.get $l))
      (i64.store offset=8 (local.get $p) (local.get $h))
      (call $callee)
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.const 16))))
    (local.get $h))

  ;; A store that some iterations leave out.
  ;; CHECK-LABEL: @wasm.sometimes(
  ;; CHECK: mul nuw{{.*}} i128
  ;; CHECK: store i64
  ;; CHECK: br i1
  ;; CHECK: ret
  (func $sometimes (export "d") (param $p i32) (param $x i64) (result i64)
    (local $i i32) (local $l i64) (local $h i64)
    (loop $again
      (i64.mul_wide_u (local.get $x) (i64.extend_i32_u (local.get $i)))
      (local.set $h) (local.set $l)
      (if (i64.lt_u (local.get $h) (local.get $l))
        (then
          (i64.store (local.get $p) (local.get $l))
          (i64.store offset=8 (local.get $p) (local.get $h))))
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.const 16))))
    (local.get $h))

  ;; A loop that may have no end: the store may be what ends it, by a trap.
  ;; CHECK-LABEL: @wasm.endless(
  ;; CHECK: mul nuw{{.*}} i128
  ;; CHECK: store i64
  ;; CHECK: br i1
  ;; CHECK: ret
  (func $endless (export "e") (param $p i32) (param $x i64) (result i64)
    (local $i i64) (local $l i64) (local $h i64)
    (loop $again
      (i64.mul_wide_u (local.get $x)
        (i64.load offset=256
          (i32.add (local.get $p)
            (i32.and (i32.wrap_i64 (local.get $i)) (i32.const 63)))))
      (local.set $h) (local.set $l)
      (i64.store (local.get $p) (local.get $l))
      (i64.store offset=8 (local.get $p) (local.get $h))
      (local.set $i (i64.add (local.get $i) (local.get $h)))
      (br_if $again (i64.ne (local.get $h) (local.get $l))))
    (local.get $h))

  ;; Another root.
  ;; CHECK-LABEL: @wasm.other(
  ;; CHECK: mul nuw{{.*}} i128
  ;; CHECK: store i64
  ;; CHECK: br i1
  ;; CHECK: ret
  (func $other (export "f") (param $p i32) (param $q i32) (param $x i64)
      (result i64)
    (local $i i32) (local $l i64) (local $h i64) (local $sum i64)
    (loop $again
      (i64.mul_wide_u (local.get $x)
        (i64.load
          (i32.add (local.get $q) (i32.shl (local.get $i) (i32.const 3)))))
      (local.set $h) (local.set $l)
      (i64.store (local.get $p) (local.get $l))
      (i64.store offset=8 (local.get $p) (local.get $h))
      (local.set $sum
        (i64.xor (i64.add (local.get $sum) (local.get $l)) (local.get $h)))
      (br_if $again
        (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1)))
                (i32.const 16))))
    (local.get $sum)))
