;; Lanes of floats follow IEEE 754: min and max order zeros, arithmetic makes
;; NaNs quiet even where LLVM would fold it away.
;; RUN: %run_all %s --no-check --levels=0,1,2,3
;; RUN: %assemble %s -o %t.wasm && %wasmc -O2 -S %t.wasm -o - | FileCheck %s
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1)
  (func $is (param $n i32) (param $is v128) (param $want v128)
    (if (i64.ne (i64x2.extract_lane 0 (local.get $is)) (i64x2.extract_lane 0 (local.get $want)))
      (then (call $exit (local.get $n))))
    (if (i64.ne (i64x2.extract_lane 1 (local.get $is)) (i64x2.extract_lane 1 (local.get $want)))
      (then (call $exit (local.get $n)))))
  ;; CHECK-LABEL: wasm.pmin:
  ;; CHECK: minps %xmm0, %xmm1
  (func $pmin (param v128 v128) (result v128) (f32x4.pmin (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.pmax:
  ;; CHECK: maxpd %xmm0, %xmm1
  (func $pmax (param v128 v128) (result v128) (f64x2.pmax (local.get 0) (local.get 1)))
  (func $min (param v128 v128) (result v128) (f32x4.min (local.get 0) (local.get 1)))
  (func $max (param v128 v128) (result v128) (f64x2.max (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.nearest:
  ;; CHECK: roundps $8, %xmm0, %xmm0
  (func $nearest (param v128) (result v128) (f32x4.nearest (local.get 0)))
  ;; CHECK-LABEL: wasm.times_one:
  ;; CHECK: mulps
  (func $times_one (param v128) (result v128)
    (f32x4.mul (local.get 0) (v128.const f32x4 1 1 1 1)))
  (func $times_splat (param v128) (result v128)
    (f64x2.mul (f64x2.splat (f64.const 1)) (local.get 0)))
  (func $minus_zero (param v128) (result v128)
    (f32x4.sub (local.get 0) (f32x4.splat (f32.const 0))))
  (func $negate (param v128) (result v128) (f32x4.neg (local.get 0)))
  (func $demote (param v128) (result v128)
    (f32x4.demote_f64x2_zero (f64x2.promote_low_f32x4 (local.get 0))))
  (func (export "_start")
    (call $is (i32.const 1) (call $pmin (v128.const f32x4 0 -0 nan 1) (v128.const f32x4 -0 0 1 nan))
      (v128.const f32x4 0 -0 nan 1))
    (call $is (i32.const 2) (call $pmax (v128.const f64x2 -0 1) (v128.const f64x2 0 2)) (v128.const f64x2 -0 2))
    (call $is (i32.const 3) (call $min (v128.const f32x4 0 -0 1 -1) (v128.const f32x4 -0 0 2 -inf))
      (v128.const f32x4 -0 -0 1 -inf))
    (call $is (i32.const 4) (call $max (v128.const f64x2 -0 1) (v128.const f64x2 0 -2)) (v128.const f64x2 0 1))
    (call $is (i32.const 5) (f32x4.abs (call $min (v128.const f32x4 nan 1 -nan 0) (v128.const f32x4 3 nan nan 0)))
      (v128.const f32x4 nan nan nan 0))
    (call $is (i32.const 6) (call $nearest (v128.const f32x4 0.5 1.5 -0.5 -2.5)) (v128.const f32x4 0 2 -0 -2))
    (call $is (i32.const 7) (call $times_one (v128.const f32x4 nan:0x200000 1 2 3))
      (v128.const f32x4 nan:0x600000 1 2 3))
    (call $is (i32.const 8) (call $times_splat (v128.const f64x2 nan:0x1 1)) (v128.const f64x2 nan:0x8000000000001 1))
    (call $is (i32.const 9) (call $minus_zero (v128.const f32x4 nan:0x1 -0 2 3)) (v128.const f32x4 nan:0x400001 -0 2 3))
    (call $is (i32.const 10) (call $negate (v128.const f32x4 nan:0x1 0 -0 3)) (v128.const f32x4 -nan:0x1 -0 0 -3))
    (call $is (i32.const 11) (call $demote (v128.const f32x4 nan:0x1 1.5 7 8)) (v128.const f32x4 nan:0x400001 1.5 0 0))))
