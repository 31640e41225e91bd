;; Lanes are little-endian and keep every bit, signalling NaNs as well; swizzle
;; gives 0 for an index beyond the lanes, also without SSSE3.
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
  ;; CHECK-LABEL: wasm.swizzle:
  ;; CHECK: paddusb {{.*}}, %xmm1
  ;; CHECK-NEXT: pshufb %xmm1, %xmm0
  ;; CHECK-NEXT: retq
  (func $swizzle (param v128 v128) (result v128)
    (i8x16.swizzle (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.shuffle:
  ;; CHECK: punpcklbw %xmm1, %xmm0
  ;; CHECK-NEXT: retq
  (func $shuffle (param v128 v128) (result v128)
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.splat:
  ;; CHECK: pshufd $0,
  (func $splat (param i32) (result v128) (i32x4.splat (local.get 0)))
  (func $replace (param v128 f32) (result v128) (f32x4.replace_lane 3 (local.get 0) (local.get 1)))
  (func (export "_start") (local $bytes v128)
    (local.set $bytes (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 -1))
    (call $is (i32.const 1) (local.get $bytes)
      (v128.const i64x2 0x0706050403020100 0xff0e0d0c0b0a0908))
    (call $is (i32.const 2) (v128.const f32x4 nan:0x200000 -nan:0x1 -0 1)
      (v128.const i32x4 0x7fa00000 0xff800001 0x80000000 0x3f800000))
    (call $is (i32.const 3) (v128.const f64x2 nan:0x1 -inf)
      (v128.const i64x2 0x7ff0000000000001 0xfff0000000000000))
    (call $is (i32.const 4)
      (call $swizzle (local.get $bytes) (v128.const i8x16 15 16 17 127 -128 -1 0 1 2 3 4 5 6 7 8 -113))
      (v128.const i8x16 -1 0 0 0 0 0 0 1 2 3 4 5 6 7 8 0))
    (call $is (i32.const 5) (call $shuffle (local.get $bytes) (v128.const i64x2 -1 0))
      (v128.const i8x16 0 -1 1 -1 2 -1 3 -1 4 -1 5 -1 6 -1 7 -1))
    (call $is (i32.const 6) (call $splat (i32.const 0x80000001))
      (v128.const i32x4 0x80000001 0x80000001 0x80000001 0x80000001))
    (call $is (i32.const 7) (call $replace (local.get $bytes) (f32.const nan:0x200001))
      (v128.const i32x4 0x03020100 0x07060504 0x0b0a0908 0x7fa00001))
    (call $is (i32.const 8) (i8x16.splat (i32.const 0x1ff)) (v128.const i64x2 -1 -1))
    (call $is (i32.const 9) (i32x4.splat (i8x16.extract_lane_s 15 (local.get $bytes)))
      (v128.const i64x2 -1 -1))
    (call $is (i32.const 10) (i32x4.splat (i16x8.extract_lane_u 7 (local.get $bytes)))
      (v128.const i32x4 0xff0e 0xff0e 0xff0e 0xff0e))))
