;; Vector loads that reach beyond memory by one byte trap though their result is
;; dropped, and so do stores.
;; RUN: %run_all %s --exports --targets=linux --levels=0,2
;; RUN: %run_all %s --exports --targets=windows --levels=2
;; TRAP v128.load: out of bounds memory access
;; TRAP v128.load8x8_s: out of bounds memory access
;; TRAP v128.load16x4_u: out of bounds memory access
;; TRAP v128.load32x2_s: out of bounds memory access
;; TRAP v128.load8_splat: out of bounds memory access
;; TRAP v128.load16_splat: out of bounds memory access
;; TRAP v128.load32_splat: out of bounds memory access
;; TRAP v128.load64_splat: out of bounds memory access
;; TRAP v128.load32_zero: out of bounds memory access
;; TRAP v128.load64_zero: out of bounds memory access
;; TRAP v128.load8_lane: out of bounds memory access
;; TRAP v128.load16_lane: out of bounds memory access
;; TRAP v128.load32_lane: out of bounds memory access
;; TRAP v128.load64_lane: out of bounds memory access
;; TRAP v128.store: out of bounds memory access
;; TRAP v128.store8_lane: out of bounds memory access
;; TRAP v128.store64_lane: out of bounds memory access
(module
  (memory 1)
  (func (export "v128.load") (drop (v128.load (i32.const 65521))))
  (func (export "v128.load8x8_s") (drop (v128.load8x8_s (i32.const 65529))))
  (func (export "v128.load16x4_u") (drop (v128.load16x4_u (i32.const 65529))))
  (func (export "v128.load32x2_s") (drop (v128.load32x2_s (i32.const 65529))))
  (func (export "v128.load8_splat") (drop (v128.load8_splat (i32.const 65536))))
  (func (export "v128.load16_splat") (drop (v128.load16_splat (i32.const 65535))))
  (func (export "v128.load32_splat") (drop (v128.load32_splat (i32.const 65533))))
  (func (export "v128.load64_splat") (drop (v128.load64_splat (i32.const 65529))))
  (func (export "v128.load32_zero") (drop (v128.load32_zero (i32.const 65533))))
  (func (export "v128.load64_zero") (drop (v128.load64_zero (i32.const 65529))))
  (func (export "v128.load8_lane") (drop (v128.load8_lane 0 (i32.const 65536) (v128.const i64x2 0 0))))
  (func (export "v128.load16_lane") (drop (v128.load16_lane 0 (i32.const 65535) (v128.const i64x2 0 0))))
  (func (export "v128.load32_lane") (drop (v128.load32_lane 0 (i32.const 65533) (v128.const i64x2 0 0))))
  (func (export "v128.load64_lane") (drop (v128.load64_lane 0 (i32.const 65529) (v128.const i64x2 0 0))))
  (func (export "v128.store") (v128.store (i32.const 65521) (v128.const i64x2 0 0)))
  (func (export "v128.store8_lane") (v128.store8_lane 0 (i32.const 65536) (v128.const i64x2 0 0)))
  (func (export "v128.store64_lane") (v128.store64_lane 1 (i32.const 65529) (v128.const i64x2 0 0))))
