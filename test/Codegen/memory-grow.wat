;; memory.grow moves the end of memory, keeps what is there, gives zeros, and
;; changes nothing when it fails.
;; RUN: %run_all %s --exports
;; ENDS _start
;; TRAP before-growing: out of bounds memory access
;; TRAP after-growing: out of bounds memory access
;; TRAP after-failure: out of bounds memory access
;; TRAP fill-after-growing: out of bounds memory access
(module
  (memory 1 3)
  (func (export "before-growing") (i32.store (i32.const 65536) (i32.const 1)))
  (func (export "after-growing")
    (drop (memory.grow (i32.const 1)))
    (i32.store8 (i32.const 131071) (i32.const 1))
    (i32.store8 (i32.const 131072) (i32.const 1)))
  (func (export "after-failure")
    (drop (memory.grow (i32.const 3)))
    (i32.store8 (i32.const 65536) (i32.const 1)))
  (func (export "fill-after-growing")
    (drop (memory.grow (i32.const 2)))
    (memory.fill (i32.const 0) (i32.const 1) (i32.const 196608))
    (memory.fill (i32.const 0) (i32.const 1) (i32.const 196609)))
  (func $require (param i32) (if (i32.eqz (local.get 0)) (then (unreachable))))
  (func (export "_start")
    (i32.store (i32.const 65532) (i32.const 0x12345678))
    (call $require (i32.eq (memory.grow (i32.const 3)) (i32.const -1)))
    (call $require (i32.eq (memory.grow (i32.const -1)) (i32.const -1)))
    (call $require (i32.eq (memory.size) (i32.const 1)))
    (call $require (i32.eq (memory.grow (i32.const 1)) (i32.const 1)))
    (call $require (i32.eq (memory.size) (i32.const 2)))
    (call $require (i32.eq (i32.load (i32.const 65532)) (i32.const 0x12345678)))
    ;; Across the old end, up to the new one.
    (call $require (i64.eq (i64.load (i32.const 65532)) (i64.const 0x12345678)))
    (call $require (i64.eqz (i64.load (i32.const 131064))))
    (i64.store (i32.const 131064) (i64.const -1))
    (call $require (i32.eq (memory.grow (i32.const 0)) (i32.const 2)))
    (call $require (i32.eq (memory.grow (i32.const 1)) (i32.const 2)))
    (call $require (i32.eq (memory.grow (i32.const 1)) (i32.const -1)))))
