;; Atomic accesses trap unless they are aligned and inside memory, whether or not
;; their results are used; a wait also traps unless its memory is shared.
;; RUN: %run_all %s --exports
;; TRAP load: unaligned atomic
;; TRAP load-offset: unaligned atomic
;; TRAP store: unaligned atomic
;; TRAP add: unaligned atomic
;; TRAP compare-exchange: unaligned atomic
;; TRAP notify: unaligned atomic
;; TRAP wait: unaligned atomic
;; TRAP load-outside: out of bounds memory access
;; TRAP add-outside: out of bounds memory access
;; TRAP notify-outside: out of bounds memory access
;; TRAP wait-outside: out of bounds memory access
;; TRAP large-outside: out of bounds memory access
;; TRAP wait-alone: expected shared memory
;; ENDS aligned-by-offset
;; ENDS bytes-are-aligned
(module
  (memory $shared 1 1 shared)
  (memory $alone 1)
  (memory $large i64 1)
  (func (export "load") (drop (i32.atomic.load (i32.const 2))))
  (func (export "load-offset") (drop (i64.atomic.load offset=4 (i32.const 8))))
  (func (export "store") (i32.atomic.store16 (i32.const 1) (i32.const 0)))
  (func (export "add") (drop (i64.atomic.rmw32.add_u (i32.const 1) (i64.const 0))))
  (func (export "compare-exchange")
    (drop (i64.atomic.rmw.cmpxchg (i32.const 4) (i64.const 0) (i64.const 0))))
  (func (export "notify") (drop (memory.atomic.notify (i32.const 1) (i32.const 0))))
  (func (export "wait")
    (drop (memory.atomic.wait64 (i32.const 4) (i64.const 0) (i64.const 0))))
  (func (export "load-outside") (drop (i32.atomic.load (i32.const 65536))))
  (func (export "add-outside")
    (drop (i32.atomic.rmw8.add_u (i32.const -1) (i32.const 0))))
  (func (export "notify-outside")
    (drop (memory.atomic.notify offset=65536 (i32.const 0) (i32.const 0))))
  (func (export "wait-outside")
    (drop (memory.atomic.wait32 (i32.const 65536) (i32.const 0) (i64.const 0))))
  (func (export "large-outside")
    (drop (i64.atomic.load $large (i64.const 65536))))
  (func (export "wait-alone")
    (drop (memory.atomic.wait32 $alone (i32.const 0) (i32.const 0) (i64.const 0))))
  (func (export "aligned-by-offset") (drop (i64.atomic.load offset=4 (i32.const 4))))
  (func (export "bytes-are-aligned") (drop (i32.atomic.load8_u (i32.const 65535)))))
