;; A load of which only the low part is used still reads all of it: one that
;; crosses the end of memory traps, whatever narrows it.
;; RUN: %run_all %s --exports --levels 0,1,2,3 --targets linux
;; RUN: %run_all %s --exports
(module
  (memory (export "memory") 1)
  (global $g (mut i32) (i32.const 0))
  (global $l (mut i64) (i64.const 0))
  (global $d (mut f64) (f64.const 0))
  (global $v (mut v128) (v128.const i64x2 0 0))
;; TRAP wrap: out of bounds memory access
  (func (export "wrap") (global.set $g (i32.wrap_i64 (i64.load (i32.const 65532)))))
;; TRAP mask: out of bounds memory access
  (func (export "mask") (global.set $g (i32.and (i32.load (i32.const 65535)) (i32.const 255))))
;; TRAP mask16: out of bounds memory access
  (func (export "mask16") (global.set $l (i64.and (i64.load (i32.const 65530)) (i64.const 65535))))
;; TRAP shift: out of bounds memory access
  (func (export "shift") (global.set $l (i64.shl (i64.load (i32.const 65530)) (i64.const 32))))
;; TRAP extend: out of bounds memory access
  (func (export "extend") (global.set $g (i32.extend8_s (i32.load (i32.const 65535)))))
;; TRAP reinterpret: out of bounds memory access
  (func (export "reinterpret")
    (global.set $g (i32.wrap_i64 (i64.reinterpret_f64 (f64.load (i32.const 65532))))))
;; TRAP store: out of bounds memory access
  (func (export "store") (i32.store8 (i32.const 0) (i32.load (i32.const 65535))))
;; TRAP lane: out of bounds memory access
  (func (export "lane") (global.set $g (i32x4.extract_lane 0 (v128.load (i32.const 65532)))))
;; TRAP convert: out of bounds memory access
  (func (export "convert")
    (global.set $v (f64x2.convert_low_i32x4_s (v128.load (i32.const 65525)))))
;; TRAP low: out of bounds memory access
  (func (export "low") (global.set $v (i16x8.extend_low_i8x16_u (v128.load (i32.const 65525)))))
;; TRAP and: out of bounds memory access
  (func (export "and")
    (global.set $v (v128.and (v128.load (i32.const 65525)) (v128.const i64x2 -1 0))))
;; ENDS inside
  (func (export "inside")
    (global.set $g (i32.wrap_i64 (i64.load (i32.const 65528))))
    (global.set $v (i16x8.extend_low_i8x16_u (v128.load (i32.const 65520))))))
