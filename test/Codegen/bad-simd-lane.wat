;; A lane index must be below the number of lanes, a shuffle's below 32, and an
;; alignment at most the access's width.
;; RUN: split-file %s %t
;; RUN: %assemble %t/lane.wat -o %t.lane.wasm
;; RUN: not %wasmc --validate %t.lane.wasm 2>&1 | FileCheck %s --check-prefix=LANE
;; LANE: error: invalid lane index 4
;; LANE-NEXT: in function 0 'lane', at i32x4.extract_lane
;; RUN: %assemble %t/access.wat -o %t.access.wasm
;; RUN: not %wasmc --validate %t.access.wasm 2>&1 | FileCheck %s --check-prefix=ACCESS
;; ACCESS: error: invalid lane index 2
;; ACCESS-NEXT: in function 0 'access', at v128.load64_lane
;; RUN: %assemble %t/shuffle.wat -o %t.shuffle.wasm
;; RUN: not %wasmc --validate %t.shuffle.wasm 2>&1 | FileCheck %s --check-prefix=SHUFFLE
;; SHUFFLE: error: invalid lane index 32
;; RUN: %assemble %t/align.wat -o %t.align.wasm
;; RUN: not %wasmc --validate %t.align.wasm 2>&1 | FileCheck %s --check-prefix=ALIGN
;; ALIGN: error: alignment must not be larger than natural
;; RUN: not %wasmc --validate --disable-simd %t.lane.wasm 2>&1 | FileCheck %s --check-prefix=DISABLED
;; DISABLED: error: v128 needs --enable-simd
;--- lane.wat
(module (func $lane (param v128) (result i32) (i32x4.extract_lane 4 (local.get 0))))
;--- access.wat
(module (memory 1) (func $access (param v128) (result v128)
  (v128.load64_lane 2 (i32.const 0) (local.get 0))))
;--- shuffle.wat
(module (func $shuffle (param v128) (result v128)
  (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 32 (local.get 0) (local.get 0))))
;--- align.wat
(module (memory 1) (func $align (param v128) (result v128)
  (v128.load16_lane align=4 0 (i32.const 0) (local.get 0))))
