;; A loop that asks for the size while it grows sees it change.
;; RUN: %run_all %s --no-check
(module
  (memory 1 40)
  (func (export "_start") (local $pages i32)
    (loop
      (local.set $pages (memory.size))
      ;; The first byte of a new page is zero, the last one can be written.
      (if (i32.load8_u (i32.shl (i32.sub (local.get $pages) (i32.const 1))
                                (i32.const 16)))
        (then (unreachable)))
      (i32.store8 offset=65535
        (i32.shl (i32.sub (local.get $pages) (i32.const 1)) (i32.const 16))
        (local.get $pages))
      (br_if 0 (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
    (if (i32.ne (memory.size) (i32.const 40)) (then (unreachable)))
    (loop
      (if (i32.ne (i32.load8_u (i32.sub (i32.shl (local.get $pages) (i32.const 16))
                                        (i32.const 1)))
                  (local.get $pages))
        (then (unreachable)))
      (br_if 0 (local.tee $pages (i32.sub (local.get $pages) (i32.const 1)))))))
