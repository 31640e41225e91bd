;; A loop that its producer unrolled becomes one over single elements, with
;; 64-bit pointers, and is vectorised; every chain and every refusal has a case.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1)
  (func $unused (export "_start"))

  ;; y[i] += x[i], twice an iteration, 1 + bound / 2 times.
  ;; CHECK-LABEL: @wasm.pairs(
  ;; CHECK: vector.body:
  ;; CHECK: load <2 x double>
  ;; CHECK: store <2 x double>
  ;; CHECK: br i1
  (func $pairs (export "pairs") (param $y i32) (param $x i32) (param $n i32)
    (local $i i32)
    (loop $next
      (f64.store (local.get $y)
        (f64.add (f64.load (local.get $y)) (f64.load (local.get $x))))
      (f64.store offset=8 (local.get $y)
        (f64.add (f64.load offset=8 (local.get $y)) (f64.load offset=8 (local.get $x))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br_if $next (i32.ne (local.get $i) (i32.and (local.get $n) (i32.const -2))))))

  ;; A sum goes through all four segments in order.
  ;; CHECK-LABEL: @wasm.sum(
  ;; CHECK: vector.body:
  ;; CHECK: add <4 x i32>
  (func $sum (export "sum") (param $x i32) (param $n i32) (result i32)
    (local $s i32)
    (loop $next
      (local.set $s (i32.add (local.get $s) (i32.load (local.get $x))))
      (local.set $s (i32.add (local.get $s) (i32.load offset=4 (local.get $x))))
      (local.set $s (i32.add (local.get $s) (i32.load offset=8 (local.get $x))))
      (local.set $s (i32.add (local.get $s) (i32.load offset=12 (local.get $x))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $s))

  ;; Not re-rolled: the second load comes before the first store, which may be
  ;; to the same bytes.
  ;; CHECK-LABEL: @wasm.loadFirst(
  ;; CHECK-NOT: iteration
  ;; CHECK: ret void
  (func $loadFirst (export "loadFirst") (param $y i32) (param $x i32) (param $n i32)
    (local $a i32) (local $b i32)
    (loop $next
      (local.set $a (i32.load (local.get $x)))
      (local.set $b (i32.load offset=4 (local.get $x)))
      (i32.store (local.get $y) (local.get $a))
      (i32.store offset=4 (local.get $y) (local.get $b))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (local.set $x (i32.add (local.get $x) (i32.const 8)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; Not re-rolled: the segments differ by an operation.
  ;; CHECK-LABEL: @wasm.differs(
  ;; CHECK-NOT: iteration
  ;; CHECK: ret void
  (func $differs (export "differs") (param $y i32) (param $n i32)
    (loop $next
      (i32.store (local.get $y) (i32.add (i32.load (local.get $y)) (local.get $n)))
      (i32.store offset=4 (local.get $y) (i32.sub (i32.load offset=4 (local.get $y)) (local.get $n)))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; Not re-rolled: they are not half a step apart.
  ;; CHECK-LABEL: @wasm.gap(
  ;; CHECK-NOT: iteration
  ;; CHECK: ret void
  (func $gap (export "gap") (param $y i32) (param $n i32)
    (loop $next
      (i32.store (local.get $y) (i32.const 1))
      (i32.store offset=4 (local.get $y) (i32.const 1))
      (local.set $y (i32.add (local.get $y) (i32.const 12)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; Not re-rolled: a value from the middle is used after the loop.
  ;; CHECK-LABEL: @wasm.middle(
  ;; CHECK-NOT: iteration
  ;; CHECK: ret i32
  (func $middle (export "middle") (param $x i32) (param $n i32) (result i32)
    (local $s i32) (local $m i32)
    (loop $next
      (local.set $m (i32.add (local.get $s) (i32.load (local.get $x))))
      (local.set $s (i32.add (local.get $m) (i32.load offset=4 (local.get $x))))
      (local.set $x (i32.add (local.get $x) (i32.const 8)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.xor (local.get $s) (local.get $m))))
