;; A memory of no pages has no byte, though it can grow if its maximum lets it.
;; RUN: %run_all %s --exports
;; ENDS _start
;; TRAP load: out of bounds memory access
;; TRAP store: out of bounds memory access
;; TRAP fill: out of bounds memory access
(module
  (memory 0 1)
  (data (i32.const 0) "")
  (func (export "load") (drop (i32.load8_u (i32.const 0))))
  (func (export "store") (i32.store8 (i32.const 0) (i32.const 1)))
  (func (export "fill")
    (memory.fill (i32.const 0) (i32.const 0) (i32.const 1)))
  (func (export "_start")
    (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))
    (if (memory.size) (then (unreachable)))
    (if (memory.grow (i32.const 1)) (then (unreachable)))
    (i32.store8 (i32.const 65535) (i32.const 1))
    (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1))
      (then (unreachable)))))
