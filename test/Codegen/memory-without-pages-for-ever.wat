;; A maximum of 0 pages: growing by none succeeds, by one fails.
;; RUN: %run_all %s --exports
;; ENDS _start
;; TRAP load: out of bounds memory access
(module
  (memory 0 0)
  (func (export "load") (drop (i64.load (i32.const 0))))
  (func (export "_start")
    (if (memory.grow (i32.const 0)) (then (unreachable)))
    (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1))
      (then (unreachable)))
    (if (memory.size) (then (unreachable)))))
