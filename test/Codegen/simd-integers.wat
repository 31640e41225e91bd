;; Arithmetic of integer lanes wraps or saturates; shift counts wrap.
;; RUN: %run_all %s --no-check
;; RUN: %assemble %s -o %t.wasm && %wasmc -O2 -S %t.wasm -o - | FileCheck %s
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1)
  (func $is (param $n i32) (param $is v128) (param $want v128)
    (if (i64.ne (i64x2.extract_lane 0 (local.get $is)) (i64x2.extract_lane 0 (local.get $want)))
      (then (call $exit (local.get $n))))
    (if (i64.ne (i64x2.extract_lane 1 (local.get $is)) (i64x2.extract_lane 1 (local.get $want)))
      (then (call $exit (local.get $n)))))
  ;; CHECK-LABEL: wasm.shl8:
  ;; CHECK: andl $7,
  (func $shl8 (param v128 i32) (result v128) (i8x16.shl (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.shr32:
  ;; CHECK: andl $31,
  ;; CHECK: psrad %xmm1, %xmm0
  (func $shr32 (param v128 i32) (result v128) (i32x4.shr_s (local.get 0) (local.get 1)))
  (func $shr64 (param v128 i32) (result v128) (i64x2.shr_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.add_sat:
  ;; CHECK: paddsb %xmm1, %xmm0
  (func $add_sat (param v128 v128) (result v128) (i8x16.add_sat_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.sub_sat:
  ;; CHECK: psubusw %xmm1, %xmm0
  (func $sub_sat (param v128 v128) (result v128) (i16x8.sub_sat_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.average:
  ;; CHECK: pavgb %xmm1, %xmm0
  (func $average (param v128 v128) (result v128) (i8x16.avgr_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.abs:
  ;; CHECK: pabsd %xmm0, %xmm0
  (func $abs (param v128) (result v128) (i32x4.abs (local.get 0)))
  ;; CHECK-LABEL: wasm.max:
  ;; CHECK: pmaxud %xmm1, %xmm0
  (func $max (param v128 v128) (result v128) (i32x4.max_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.less:
  ;; CHECK: pcmpgtq %xmm0, %xmm1
  (func $less (param v128 v128) (result v128) (i64x2.lt_s (local.get 0) (local.get 1)))
  (func $mul64 (param v128 v128) (result v128) (i64x2.mul (local.get 0) (local.get 1)))
  (func (export "_start")
    (call $is (i32.const 1) (call $shl8 (v128.const i64x2 0x8182030405060708 -1) (i32.const 9))
      (v128.const i64x2 0x020406080a0c0e10 0xfefefefefefefefe))
    (call $is (i32.const 2) (call $shr32 (v128.const i32x4 -8 8 0x80000000 -1) (i32.const -31))
      (v128.const i32x4 -4 4 0xc0000000 -1))
    (call $is (i32.const 3) (call $shr64 (v128.const i64x2 -8 8) (i32.const 66)) (v128.const i64x2 -2 2))
    (call $is (i32.const 4) (call $add_sat (v128.const i64x2 0x7f80 0x01) (v128.const i64x2 0x01ff 0x7f))
      (v128.const i64x2 0x7f80 0x7f))
    (call $is (i32.const 5) (call $sub_sat (v128.const i64x2 0x00010002 5) (v128.const i64x2 0x00020001 3))
      (v128.const i64x2 1 2))
    (call $is (i32.const 6) (call $average (v128.const i64x2 0xff01 0) (v128.const i64x2 0xff02 1))
      (v128.const i64x2 0xff02 1))
    (call $is (i32.const 7) (call $abs (v128.const i32x4 0x80000000 -1 1 0))
      (v128.const i32x4 0x80000000 1 1 0))
    (call $is (i32.const 8) (call $max (v128.const i32x4 -1 1 2 3) (v128.const i32x4 1 -1 3 2))
      (v128.const i32x4 -1 -1 3 3))
    (call $is (i32.const 9) (call $less (v128.const i64x2 -1 1) (v128.const i64x2 0 1)) (v128.const i64x2 -1 0))
    (call $is (i32.const 10) (call $mul64 (v128.const i64x2 0x123456789abcdef0 -1) (v128.const i64x2 0x11 -1))
      (v128.const i64x2 0x3579be02468acdf0 1))))
