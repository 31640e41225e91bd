;; A memory of pages of one byte ends at any byte: what lies beyond is out of
;; bounds though the system's page goes on, also after growth and for accesses
;; that are half inside.
;; RUN: %run_all %s --exports
(module
  (memory $m 5 100 (pagesize 1))
  (memory $none 0 (pagesize 1))
  (func $is (param i32 i32) (if (i32.ne (local.get 0) (local.get 1)) (then (unreachable))))
;; ENDS sizes
  (func (export "sizes")
    (call $is (memory.size $m) (i32.const 5))
    (call $is (memory.grow $m (i32.const 2)) (i32.const 5))
    (call $is (memory.size $m) (i32.const 7))
    (call $is (memory.grow $m (i32.const 94)) (i32.const -1))
    (call $is (memory.grow $m (i32.const 93)) (i32.const 7))
    (call $is (memory.size $m) (i32.const 100)))
;; ENDS last-byte
  (func (export "last-byte")
    (i32.store8 $m (i32.const 4) (i32.const 200))
    (call $is (i32.load8_u $m (i32.const 4)) (i32.const 200))
    (call $is (i32.load $m (i32.const 1)) (i32.const 0xc8000000)))
;; TRAP beyond: out of bounds memory access
  (func (export "beyond") (drop (i32.load8_u $m (i32.const 5))))
;; TRAP half-inside: out of bounds memory access
  (func (export "half-inside") (i32.store $m (i32.const 2) (i32.const 0)))
;; TRAP by-offset: out of bounds memory access
  (func (export "by-offset") (drop (i32.load8_u $m offset=4 (i32.const 1))))
;; TRAP wraps: out of bounds memory access
  (func (export "wraps") (drop (i32.load8_u $m offset=2 (i32.const -1))))
;; TRAP vector: out of bounds memory access
  (func (export "vector") (drop (v128.load $m (i32.const 0))))
;; TRAP empty: out of bounds memory access
  (func (export "empty") (drop (i32.load8_u $none (i32.const 0))))
;; TRAP after-growth: out of bounds memory access
  (func (export "after-growth")
    (call $is (memory.grow $m (i32.const 1)) (i32.const 5))
    (i32.store8 $m (i32.const 5) (i32.const 1))
    (i32.store8 $m (i32.const 6) (i32.const 1)))
;; TRAP filled: out of bounds memory access
  (func (export "filled")
    (memory.fill $m (i32.const 0) (i32.const 1) (i32.const 5))
    (memory.fill $m (i32.const 1) (i32.const 1) (i32.const 5)))
;; TRAP copied: out of bounds memory access
  (func (export "copied")
    (memory.copy $m $m (i32.const 0) (i32.const 1) (i32.const 4))
    (memory.copy $m $m (i32.const 0) (i32.const 2) (i32.const 4))))
