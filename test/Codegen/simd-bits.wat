;; Bitwise instructions and those that make an i32 of a vector.
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
  ;; CHECK-LABEL: wasm.any:
  ;; CHECK: ptest %xmm0, %xmm0
  (func $any (param v128) (result i32) (v128.any_true (local.get 0)))
  ;; CHECK-LABEL: wasm.mask8:
  ;; CHECK: pmovmskb %xmm0, %eax
  ;; CHECK-NEXT: retq
  (func $mask8 (param v128) (result i32) (i8x16.bitmask (local.get 0)))
  ;; CHECK-LABEL: wasm.mask32:
  ;; CHECK: movmskps %xmm0, %eax
  ;; CHECK-NEXT: retq
  (func $mask32 (param v128) (result i32) (i32x4.bitmask (local.get 0)))
  ;; CHECK-LABEL: wasm.all16:
  ;; CHECK: pcmpeqw
  (func $all16 (param v128) (result i32) (i16x8.all_true (local.get 0)))
  ;; CHECK-LABEL: wasm.pick:
  ;; CHECK: pblendvb
  (func $pick (param v128 v128 v128) (result v128)
    (v128.bitselect (local.get 0) (local.get 1) (i8x16.gt_s (local.get 2) (local.get 1))))
  (func $select (param v128 v128 v128) (result v128)
    (v128.bitselect (local.get 0) (local.get 1) (local.get 2)))
  (func $andnot (param v128 v128) (result v128) (v128.andnot (local.get 0) (local.get 1)))
  (func $same (param $n i32) (param $is i32) (param $want i32)
    (if (i32.ne (local.get $is) (local.get $want)) (then (call $exit (local.get $n)))))
  (func (export "_start")
    (call $same (i32.const 1) (call $any (v128.const i64x2 0 0)) (i32.const 0))
    (call $same (i32.const 2) (call $any (v128.const i64x2 0 0x100000000)) (i32.const 1))
    (call $same (i32.const 3) (call $mask8 (v128.const i64x2 0x8000000000000000 0x7f000000000000ff))
      (i32.const 0x180))
    (call $same (i32.const 4) (call $mask32 (v128.const f32x4 -0 1 nan -nan)) (i32.const 9))
    (call $same (i32.const 5) (call $all16 (v128.const i16x8 1 2 3 4 5 6 7 0x100)) (i32.const 1))
    (call $same (i32.const 6) (call $all16 (v128.const i16x8 1 2 3 0 5 6 7 8)) (i32.const 0))
    (call $is (i32.const 7) (call $pick (v128.const i8x16 1 -1 2 -2 0 0 0 0 0 0 0 0 0 0 127 -128)
                                         (v128.const i8x16 9 8 7 6 0 0 0 0 0 0 0 0 0 0 -128 127)
                                         (v128.const i8x16 10 8 8 -6 0 0 0 0 0 0 0 0 0 0 -127 -1))
      (v128.const i8x16 1 8 2 6 0 0 0 0 0 0 0 0 0 0 127 127))
    (call $is (i32.const 8) (call $select (v128.const i32x4 0x12345678 0 -1 5)
        (v128.const i32x4 0x9abcdef0 -1 0 6) (v128.const i32x4 0x0f0f00ff 0x10 0x10 -1))
      (v128.const i32x4 0x92b4de78 0xffffffef 0x10 5))
    (call $is (i32.const 9) (call $andnot (v128.const i64x2 -1 0xff) (v128.const i64x2 1 0x0f))
      (v128.const i64x2 -2 0xf0))))
