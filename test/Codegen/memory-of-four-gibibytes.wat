;; A module may declare all 65536 pages. Growing from less stops a page short.
;; RUN: %run_all %s --exports --targets=linux
;; ENDS _start
;; TRAP beyond: out of bounds memory access
(module
  (memory 65536)
  (func (export "beyond") (drop (i32.load8_u offset=1 (i32.const -1))))
  (func (export "_start")
    (i32.store8 (i32.const -1) (i32.const 7))
    (if (i32.ne (i32.load8_u (i32.const -1)) (i32.const 7)) (then (unreachable)))
    (if (i32.ne (memory.size) (i32.const 65536)) (then (unreachable)))
    (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1)) (then (unreachable)))
    (memory.fill (i32.const -16) (i32.const 5) (i32.const 16))))
