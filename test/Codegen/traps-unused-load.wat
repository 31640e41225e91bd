;; A load beyond memory traps though its result is dropped, at every width and
;; every level.
;; RUN: %run_all %s --exports --targets=linux --levels=0,1,2,3,s,z
;; RUN: %run_all %s --exports --targets=windows --levels=0,2
;; TRAP i32.load: out of bounds memory access
;; TRAP i64.load: out of bounds memory access
;; TRAP f32.load: out of bounds memory access
;; TRAP f64.load: out of bounds memory access
;; TRAP i32.load8_s: out of bounds memory access
;; TRAP i32.load8_u: out of bounds memory access
;; TRAP i32.load16_s: out of bounds memory access
;; TRAP i32.load16_u: out of bounds memory access
;; TRAP i64.load8_s: out of bounds memory access
;; TRAP i64.load8_u: out of bounds memory access
;; TRAP i64.load16_s: out of bounds memory access
;; TRAP i64.load16_u: out of bounds memory access
;; TRAP i64.load32_s: out of bounds memory access
;; TRAP i64.load32_u: out of bounds memory access
(module
  (memory 1)
  (func (export "i32.load") (drop (i32.load (i32.const -4))))
  (func (export "i64.load") (drop (i64.load (i32.const -4))))
  (func (export "f32.load") (drop (f32.load (i32.const -4))))
  (func (export "f64.load") (drop (f64.load (i32.const -4))))
  (func (export "i32.load8_s") (drop (i32.load8_s (i32.const 65536))))
  (func (export "i32.load8_u") (drop (i32.load8_u (i32.const 65536))))
  (func (export "i32.load16_s") (drop (i32.load16_s (i32.const 65535))))
  (func (export "i32.load16_u") (drop (i32.load16_u (i32.const 65535))))
  (func (export "i64.load8_s") (drop (i64.load8_s (i32.const 65536))))
  (func (export "i64.load8_u") (drop (i64.load8_u (i32.const 65536))))
  (func (export "i64.load16_s") (drop (i64.load16_s (i32.const 65535))))
  (func (export "i64.load16_u") (drop (i64.load16_u (i32.const 65535))))
  (func (export "i64.load32_s") (drop (i64.load32_s (i32.const 65533))))
  (func (export "i64.load32_u") (drop (i64.load32_u (i32.const 65533)))))
