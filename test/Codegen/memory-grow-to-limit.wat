;; Growing reaches 65535 pages and no more.
;; RUN: %run_all %s --exports --targets=linux
;; ENDS _start
;; TRAP beyond: out of bounds memory access
(module
  (memory 65534)
  (func (export "beyond")
    (drop (memory.grow (i32.const 1)))
    (i32.store8 (i32.const 0xfffeffff) (i32.const 1))
    (i32.store8 (i32.const 0xffff0000) (i32.const 1)))
  (func (export "_start")
    (if (i32.ne (memory.grow (i32.const 2)) (i32.const -1)) (then (unreachable)))
    (if (i32.ne (memory.grow (i32.const 1)) (i32.const 65534))
      (then (unreachable)))
    (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1)) (then (unreachable)))))
