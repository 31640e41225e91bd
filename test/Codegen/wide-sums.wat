;; Sums of 128-bit products in halves become sums of 128 bits, and products move
;; to where they are added. Sums that only look like that stay as they are.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1)
  (func (export "_start"))

  ;; Both orders of the operands, and a sum on top of a sum.
  ;; CHECK-LABEL: @wasm.three(
  ;; CHECK: %[[A:.*]] = mul nuw i128
  ;; CHECK: %[[B:.*]] = mul nuw i128
  ;; CHECK: %[[AB:.*]] = add i128 %[[A]], %[[B]]
  ;; CHECK: %[[C:.*]] = mul nuw i128
  ;; CHECK: add i128 %[[AB]], %[[C]]
  ;; CHECK-NOT: icmp
  ;; CHECK: ret
  (func $three (export "a") (param $x i64) (param $y i64) (param $z i64)
      (result i64 i64)
    (local $al i64) (local $ah i64) (local $bl i64) (local $bh i64)
    (local $cl i64) (local $ch i64) (local $l i64) (local $h i64)
    (local $m i64)
    (i64.mul_wide_u (local.get $x) (local.get $y))
    (local.set $ah) (local.set $al)
    (i64.mul_wide_u (local.get $y) (local.get $z))
    (local.set $bh) (local.set $bl)
    (i64.mul_wide_u (local.get $x) (local.get $z))
    (local.set $ch) (local.set $cl)
    (local.set $l (i64.add (local.get $al) (local.get $bl)))
    (local.set $h (i64.add (i64.add (local.get $bh) (local.get $ah))
      (i64.extend_i32_u (i64.lt_u (local.get $l) (local.get $al)))))
    (local.set $m (i64.add (local.get $l) (local.get $cl)))
    (local.get $m)
    (i64.add (i64.add (local.get $h) (local.get $ch))
      (i64.extend_i32_u (i64.gt_u (local.get $cl) (local.get $m)))))

  ;; A number of 64 bits is added, and the sum shifted and added to.
  ;; CHECK-LABEL: @wasm.shifted(
  ;; CHECK-DAG: %[[P:.*]] = mul nuw i128
  ;; CHECK-DAG: %[[W:.*]] = zext i64 %2 to i128
  ;; CHECK: %[[S:.*]] = add i128 %[[P]], %[[W]]
  ;; CHECK: %[[R:.*]] = lshr i128 %[[S]], 51
  ;; CHECK: add i128 %[[R]],
  ;; CHECK: ret
  (func $shifted (export "b") (param $x i64) (param $y i64) (param $z i64)
      (result i64 i64)
    (local $l i64) (local $h i64) (local $m i64) (local $n i64) (local $s i64)
    (i64.mul_wide_u (local.get $x) (local.get $y))
    (local.set $h) (local.set $l)
    (local.set $m (i64.add (local.get $l) (local.get $z)))
    (local.set $h (i64.add (local.get $h)
      (i64.extend_i32_u (i64.lt_u (local.get $m) (local.get $l)))))
    (local.set $s (i64.or (i64.shl (local.get $h) (i64.const 13))
                          (i64.shr_u (local.get $m) (i64.const 51))))
    (local.set $n (i64.add (local.get $s) (local.get $x)))
    (local.get $n)
    (i64.add (i64.shr_u (local.get $h) (i64.const 51))
      (i64.extend_i32_u (i64.lt_u (local.get $n) (local.get $x)))))

  ;; A product on which two numbers of 64 bits are added; what is loaded first.
  ;; CHECK-LABEL: @wasm.onproduct(
  ;; CHECK: %[[L:.*]] = load i64
  ;; CHECK-DAG: %[[P:.*]] = mul nuw i128
  ;; CHECK-DAG: %[[W:.*]] = zext i64 %[[L]] to i128
  ;; CHECK: %[[S:.*]] = add i128 %[[P]], %[[W]]
  ;; CHECK: %[[C:.*]] = zext i64 %2 to i128
  ;; CHECK: add i128 %[[S]], %[[C]]
  ;; CHECK-NOT: icmp
  ;; CHECK: ret
  (func $onproduct (export "e") (param $p i32) (param $x i64) (param $c i64)
      (result i64 i64)
    (local $l i64) (local $h i64) (local $t i64) (local $s i64)
    (local.set $t
      (i64.add (local.get $c) (i64.load (local.get $p))))
    (i64.mul_wide_u (local.get $x) (local.get $x))
    (local.set $h) (local.set $l)
    (local.set $s (i64.add (local.get $t) (local.get $l)))
    (local.get $s)
    (i64.add
      (i64.add (local.get $h)
        (i64.extend_i32_u (i64.lt_u (local.get $t) (local.get $c))))
      (i64.extend_i32_u (i64.lt_u (local.get $s) (local.get $t)))))

  ;; The carry of another sum, a signed comparison, the high half of another
  ;; product, a shift by another number.
  ;; CHECK-LABEL: @wasm.misses(
  ;; CHECK-NOT: add i128
  ;; CHECK: ret
  (func $misses (export "c") (param $x i64) (param $y i64) (param $z i64)
      (result i64 i64 i64 i64)
    (local $al i64) (local $ah i64) (local $bl i64) (local $bh i64)
    (local $l i64) (local $s i64)
    (i64.mul_wide_u (local.get $x) (local.get $y))
    (local.set $ah) (local.set $al)
    (i64.mul_wide_u (local.get $y) (local.get $z))
    (local.set $bh) (local.set $bl)
    (local.set $l (i64.add (local.get $al) (local.get $z)))
    (i64.add (local.get $ah)
      (i64.extend_i32_u (i64.lt_u (local.get $l) (local.get $x))))
    (i64.add (local.get $ah)
      (i64.extend_i32_u (i64.lt_s (local.get $l) (local.get $al))))
    (i64.add (local.get $bh)
      (i64.extend_i32_u (i64.lt_u (local.get $l) (local.get $al))))
    (local.set $s (i64.add (local.get $x)
      (i64.or (i64.shl (local.get $ah) (i64.const 12))
              (i64.shr_u (local.get $al) (i64.const 52)))))
    (i64.add (i64.shr_u (local.get $ah) (i64.const 51))
      (i64.extend_i32_u (i64.lt_u (local.get $s) (local.get $x)))))

  ;; The lower of two numbers, not a carry of their sum; the carry where it is
  ;; not counted.
  ;; CHECK-LABEL: @wasm.nocarry(
  ;; CHECK-NOT: add i128
  ;; CHECK: ret
  (func $nocarry (export "f") (param $p i32) (param $x i64) (param $c i64)
      (result i64 i64 i64)
    (local $l i64) (local $h i64) (local $t i64) (local $s i64)
    (local.set $t
      (i64.add (local.get $c) (i64.load (local.get $p))))
    (i64.mul_wide_u (local.get $x) (local.get $x))
    (local.set $h) (local.set $l)
    (local.set $s (i64.add (local.get $t) (local.get $l)))
    (local.get $s)
    (i64.add
      (i64.add (local.get $h)
        (i64.extend_i32_u (i64.lt_u (local.get $t) (local.get $x))))
      (i64.extend_i32_u (i64.lt_u (local.get $s) (local.get $t))))
    (i64.add
      (i64.add (local.get $h)
        (i64.extend_i32_u (i64.lt_u (local.get $t) (local.get $c))))
      (i64.extend_i32_u (i64.lt_u (local.get $s) (local.get $x)))))

  ;; A product moves down with the stores of its halves, but not over a load
  ;; that may see them.
  ;; CHECK-LABEL: @wasm.stored(
  ;; CHECK: mul nuw i128
  ;; CHECK: store
  ;; CHECK: store
  ;; CHECK: load i64
  ;; CHECK: mul nuw i128
  ;; CHECK: add i128
  (func $stored (export "d") (param $p i32) (param $q i32) (param $x i64)
      (result i64 i64)
    (local $al i64) (local $ah i64) (local $bl i64) (local $bh i64)
    (local $l i64)
    (i64.mul_wide_u (local.get $x) (local.get $x))
    (local.set $ah) (local.set $al)
    (i64.store (local.get $p) (local.get $al))
    (i64.store offset=8 (local.get $p) (local.get $ah))
    (i64.mul_wide_u (i64.load (local.get $q)) (local.get $x))
    (local.set $bh) (local.set $bl)
    (local.set $l (i64.add (local.get $al) (local.get $bl)))
    (local.get $l)
    (i64.add (i64.add (local.get $ah) (local.get $bh))
      (i64.extend_i32_u (i64.lt_u (local.get $l) (local.get $bl))))))
