;; Conversions between integer and float lanes saturate, round to even and make
;; a NaN 0.
;; RUN: %run_all %s --no-check
;; RUN: %run_all %s --no-check --targets=linux --wasmc -mcpu=x86-64
;; RUN: %assemble %s -o %t.wasm && %wasmc -O2 -S %t.wasm -o - | FileCheck %s
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1)
  (func $is (param $n i32) (param $is v128) (param $want v128)
    (if (i64.ne (i64x2.extract_lane 0 (local.get $is)) (i64x2.extract_lane 0 (local.get $want)))
      (then (call $exit (local.get $n))))
    (if (i64.ne (i64x2.extract_lane 1 (local.get $is)) (i64x2.extract_lane 1 (local.get $want)))
      (then (call $exit (local.get $n)))))
  ;; CHECK-LABEL: wasm.s32:
  ;; CHECK: cvttps2dq
  (func $s32 (param v128) (result v128) (i32x4.trunc_sat_f32x4_s (local.get 0)))
  (func $u32 (param v128) (result v128) (i32x4.trunc_sat_f32x4_u (local.get 0)))
  ;; CHECK-LABEL: wasm.s64:
  ;; CHECK: minpd
  ;; CHECK: cvttpd2dq
  (func $s64 (param v128) (result v128) (i32x4.trunc_sat_f64x2_s_zero (local.get 0)))
  (func $u64 (param v128) (result v128) (i32x4.trunc_sat_f64x2_u_zero (local.get 0)))
  ;; CHECK-LABEL: wasm.from_s:
  ;; CHECK: cvtdq2ps %xmm0, %xmm0
  ;; CHECK-NEXT: retq
  (func $from_s (param v128) (result v128) (f32x4.convert_i32x4_s (local.get 0)))
  (func $from_u (param v128) (result v128) (f32x4.convert_i32x4_u (local.get 0)))
  (func $low_u (param v128) (result v128) (f64x2.convert_low_i32x4_u (local.get 0)))
  ;; CHECK-LABEL: wasm.demote:
  ;; CHECK: cvtpd2ps %xmm0, %xmm0
  ;; CHECK-NEXT: retq
  (func $demote (param v128) (result v128) (f32x4.demote_f64x2_zero (local.get 0)))
  (func (export "_start")
    (call $is (i32.const 1) (call $s32 (v128.const f32x4 nan 0x1p31 -0x1.000002p31 -1.9))
      (v128.const i32x4 0 0x7fffffff 0x80000000 -1))
    (call $is (i32.const 2) (call $s32 (v128.const f32x4 0x1.fffffep30 -inf inf 1.9))
      (v128.const i32x4 0x7fffff80 0x80000000 0x7fffffff 1))
    (call $is (i32.const 3) (call $u32 (v128.const f32x4 -nan -1 0x1p32 0x1.fffffep31))
      (v128.const i32x4 0 0 -1 0xffffff00))
    (call $is (i32.const 4) (call $u32 (v128.const f32x4 0x1p31 0x1.fffffep30 inf -0.9))
      (v128.const i32x4 0x80000000 0x7fffff80 -1 0))
    (call $is (i32.const 5) (call $s64 (v128.const f64x2 nan 2147483647.9)) (v128.const i32x4 0 0x7fffffff 0 0))
    (call $is (i32.const 6) (call $s64 (v128.const f64x2 -inf -1.9)) (v128.const i32x4 0x80000000 -1 0 0))
    (call $is (i32.const 7) (call $u64 (v128.const f64x2 4294967295.9 nan)) (v128.const i32x4 -1 0 0 0))
    (call $is (i32.const 8) (call $u64 (v128.const f64x2 2147483648.5 -1)) (v128.const i32x4 0x80000000 0 0 0))
    (call $is (i32.const 9) (call $from_s (v128.const i32x4 -1 16777217 16777219 0x80000000))
      (v128.const f32x4 -1 16777216 16777220 -0x1p31))
    (call $is (i32.const 10) (call $from_u (v128.const i32x4 -1 16777217 0x80000080 0x80000180))
      (v128.const f32x4 0x1p32 16777216 0x1p31 0x1.000004p31))
    (call $is (i32.const 11) (call $low_u (v128.const i32x4 -1 0x80000000 5 6)) (v128.const f64x2 4294967295 0x1p31))
    (call $is (i32.const 12) (call $demote (v128.const f64x2 0x1.000001p0 1e300)) (v128.const f32x4 1 inf 0 0))))
