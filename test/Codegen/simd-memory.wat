;; Every kind of vector load and store, at addresses that are not aligned.
;; RUN: %run_all %s --no-check
;; RUN: %assemble %s -o %t.wasm && %wasmc -O2 -S %t.wasm -o - | FileCheck %s
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (func $is (param $n i32) (param $is v128) (param $want v128)
    (if (i64.ne (i64x2.extract_lane 0 (local.get $is)) (i64x2.extract_lane 0 (local.get $want)))
      (then (call $exit (local.get $n))))
    (if (i64.ne (i64x2.extract_lane 1 (local.get $is)) (i64x2.extract_lane 1 (local.get $want)))
      (then (call $exit (local.get $n)))))
  (memory 1)
  (data (i32.const 1) "\80\01\02\ff\04\05\06\87\08\09\0a\0b\0c\0d\0e\0f")
  ;; CHECK-LABEL: wasm.extend:
  ;; CHECK: pmovsxbw {{.*}}(%r{{.*}}), %xmm0
  (func $extend (param i32) (result v128) (v128.load8x8_s (local.get 0)))
  ;; CHECK-LABEL: wasm.lane:
  ;; CHECK: pinsrw $7, {{.*}}(%r{{.*}}), %xmm0
  (func $lane (param i32 v128) (result v128) (v128.load16_lane 7 (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: wasm.store_lane:
  ;; CHECK: {{pextrb|pextrd|extractps}} $1, %xmm0, {{.*}}(%r
  (func $store_lane (param i32 v128) (v128.store32_lane 1 (local.get 0) (local.get 1)))
  (func $splat (param i32) (result v128) (v128.load8_splat offset=1 (local.get 0)))
  (func $zero (param i32) (result v128) (v128.load32_zero (local.get 0)))
  (func (export "_start")
    (call $is (i32.const 1) (v128.load (i32.const 1)) (v128.const i64x2 0x87060504ff020180 0x0f0e0d0c0b0a0908))
    (call $is (i32.const 2) (call $extend (i32.const 1)) (v128.const i16x8 -128 1 2 -1 4 5 6 -121))
    (call $is (i32.const 3) (v128.load8x8_u (i32.const 1)) (v128.const i16x8 128 1 2 255 4 5 6 0x87))
    (call $is (i32.const 4) (v128.load16x4_s (i32.const 1)) (v128.const i32x4 0x180 0xffffff02 0x504 0xffff8706))
    (call $is (i32.const 5) (v128.load16x4_u (i32.const 1)) (v128.const i32x4 0x180 0xff02 0x504 0x8706))
    (call $is (i32.const 6) (v128.load32x2_s (i32.const 1)) (v128.const i64x2 0xffffffffff020180 0xffffffff87060504))
    (call $is (i32.const 7) (v128.load32x2_u (i32.const 1)) (v128.const i64x2 0xff020180 0x87060504))
    (call $is (i32.const 8) (call $splat (i32.const 1)) (v128.const i64x2 0x0101010101010101 0x0101010101010101))
    (call $is (i32.const 9) (v128.load16_splat (i32.const 3)) (v128.const i64x2 0xff02ff02ff02ff02 0xff02ff02ff02ff02))
    (call $is (i32.const 10) (v128.load32_splat (i32.const 5)) (v128.const i64x2 0x8706050487060504 0x8706050487060504))
    (call $is (i32.const 11) (v128.load64_splat (i32.const 9)) (v128.const i64x2 0x0f0e0d0c0b0a0908 0x0f0e0d0c0b0a0908))
    (call $is (i32.const 12) (call $zero (i32.const 5)) (v128.const i64x2 0x87060504 0))
    (call $is (i32.const 13) (v128.load64_zero (i32.const 9)) (v128.const i64x2 0x0f0e0d0c0b0a0908 0))
    (call $is (i32.const 14) (call $lane (i32.const 3) (v128.const i64x2 -1 5)) (v128.const i64x2 -1 0xff02000000000005))
    (call $is (i32.const 15) (v128.load8_lane 15 (i32.const 2) (v128.const i64x2 0 0)) (v128.const i64x2 0 0x0100000000000000))
    (call $is (i32.const 16) (v128.load32_lane 0 (i32.const 5) (v128.const i64x2 0 7)) (v128.const i64x2 0x87060504 7))
    (call $is (i32.const 17) (v128.load64_lane 1 (i32.const 9) (v128.const i64x2 3 0)) (v128.const i64x2 3 0x0f0e0d0c0b0a0908))
    (v128.store (i32.const 101) (v128.const i64x2 1 2))
    (call $store_lane (i32.const 102) (v128.const i32x4 0 0x33445566 0 0))
    (v128.store8_lane 15 (i32.const 101) (v128.const i64x2 0 0x7700000000000000))
    (v128.store16_lane 1 (i32.const 107) (v128.const i32x4 0x88990000 0 0 0))
    (v128.store64_lane 1 (i32.const 110) (v128.const i64x2 0 -2))
    (call $is (i32.const 18) (v128.load offset=100 (i32.const 1)) (v128.const i64x2 0x8899003344556677 0xfffffffffffffe02))))
