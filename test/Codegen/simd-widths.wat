;; Instructions whose results are wider or narrower than their operands, with
;; and without SSSE3.
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
  ;; CHECK-LABEL: wasm.narrow_s:
  ;; CHECK: packsswb %xmm1, %xmm0
  (func $narrow_s (param v128 v128) (result v128) (i8x16.narrow_i16x8_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.narrow_u:
  ;; CHECK: packusdw %xmm1, %xmm0
  (func $narrow_u (param v128 v128) (result v128) (i16x8.narrow_i32x4_u (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.dot:
  ;; CHECK: pmaddwd %xmm1, %xmm0
  (func $dot (param v128 v128) (result v128) (i32x4.dot_i16x8_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.q15:
  ;; CHECK: pmulhrsw %xmm1, %xmm0
  (func $q15 (param v128 v128) (result v128) (i16x8.q15mulr_sat_s (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.pairs_s:
  ;; CHECK: pmaddubsw
  (func $pairs_s (param v128) (result v128) (i16x8.extadd_pairwise_i8x16_s (local.get 0)))
  (func $pairs_u (param v128) (result v128) (i32x4.extadd_pairwise_i16x8_u (local.get 0)))
  ;; CHECK-LABEL: wasm.low:
  ;; CHECK: pmovsxbw %xmm0, %xmm0
  (func $low (param v128) (result v128) (i16x8.extend_low_i8x16_s (local.get 0)))
  ;; CHECK-LABEL: wasm.mul:
  ;; CHECK: pmuludq
  (func $mul (param v128 v128) (result v128) (i64x2.extmul_high_i32x4_u (local.get 0) (local.get 1)))
  (func (export "_start")
    (call $is (i32.const 1)
      (call $narrow_s (v128.const i16x8 127 128 -128 -129 0x7fff 0x8000 0 -1) (v128.const i16x8 1 2 3 4 5 6 7 8))
      (v128.const i8x16 127 127 -128 -128 127 -128 0 -1 1 2 3 4 5 6 7 8))
    (call $is (i32.const 2)
      (call $narrow_u (v128.const i32x4 0xffff 0x10000 -1 0) (v128.const i32x4 0x7fffffff 0x80000000 1 2))
      (v128.const i16x8 0xffff 0xffff 0 0 0xffff 0 1 2))
    (call $is (i32.const 3)
      (call $dot (v128.const i16x8 -32768 -32768 1 2 3 4 -1 1) (v128.const i16x8 -32768 -32768 3 4 5 6 -1 -1))
      (v128.const i32x4 0x80000000 11 39 0))
    (call $is (i32.const 4)
      (call $q15 (v128.const i16x8 -32768 -32768 32767 16384 1 -1 3 0) (v128.const i16x8 -32768 32767 32767 2 16384 16384 16384 5))
      (v128.const i16x8 32767 -32767 32766 1 1 0 2 0))
    (call $is (i32.const 5) (call $pairs_s (v128.const i8x16 -128 -128 127 127 -1 1 1 2 3 4 5 6 7 8 9 10))
      (v128.const i16x8 -256 254 0 3 7 11 15 19))
    (call $is (i32.const 6) (call $pairs_u (v128.const i16x8 -1 -1 1 2 3 4 0 -1))
      (v128.const i32x4 0x1fffe 3 7 0xffff))
    (call $is (i32.const 7) (call $low (v128.const i64x2 0x80ff017f00000000 -1))
      (v128.const i64x2 0 0xff80ffff0001007f))
    (call $is (i32.const 8) (call $mul (v128.const i32x4 0 0 -1 2) (v128.const i32x4 0 0 -1 -1))
      (v128.const i64x2 0xfffffffe00000001 0x1fffffffe))))
