;; memory.fill, copy and init beyond memory or segment trap; no bytes exactly at
;; the end do not.
;; RUN: %run_all %s --exports
;; ENDS nothing-at-end
;; TRAP fill: out of bounds memory access
;; TRAP fill-nothing: out of bounds memory access
;; TRAP fill-wraps: out of bounds memory access
;; TRAP copy-source: out of bounds memory access
;; TRAP copy-destination: out of bounds memory access
;; TRAP copy-nothing: out of bounds memory access
;; TRAP copy-to-itself: out of bounds memory access
;; TRAP init-memory: out of bounds memory access
;; TRAP init-segment: out of bounds memory access
;; TRAP init-nothing: out of bounds memory access
;; TRAP init-dropped: out of bounds memory access
;; TRAP init-active: out of bounds memory access
(module
  (memory 1)
  (data $d "abc")
  (data $active (i32.const 0) "abc")
  (func (export "nothing-at-end")
    (memory.fill (i32.const 65536) (i32.const 1) (i32.const 0))
    (memory.copy (i32.const 65536) (i32.const 65536) (i32.const 0))
    (memory.init $d (i32.const 65536) (i32.const 3) (i32.const 0))
    (data.drop $d)
    (memory.init $d (i32.const 0) (i32.const 0) (i32.const 0))
    (memory.fill (i32.const 65535) (i32.const 1) (i32.const 1)))
  (func (export "fill")
    (memory.fill (i32.const 65535) (i32.const 1) (i32.const 2)))
  (func (export "fill-nothing")
    (memory.fill (i32.const 65537) (i32.const 1) (i32.const 0)))
  (func (export "fill-wraps")
    (memory.fill (i32.const 1) (i32.const 1) (i32.const -1)))
  (func (export "copy-source")
    (memory.copy (i32.const 0) (i32.const 65535) (i32.const 2)))
  (func (export "copy-destination")
    (memory.copy (i32.const 65535) (i32.const 0) (i32.const 2)))
  (func (export "copy-nothing")
    (memory.copy (i32.const 0) (i32.const 65537) (i32.const 0)))
  (func (export "copy-to-itself")
    (memory.copy (i32.const 65535) (i32.const 65535) (i32.const 2)))
  (func (export "init-memory")
    (memory.init $d (i32.const 65534) (i32.const 0) (i32.const 3)))
  (func (export "init-segment")
    (memory.init $d (i32.const 0) (i32.const 1) (i32.const 3)))
  (func (export "init-nothing")
    (memory.init $d (i32.const 0) (i32.const 4) (i32.const 0)))
  (func (export "init-dropped")
    (data.drop $d)
    (memory.init $d (i32.const 0) (i32.const 0) (i32.const 1)))
  ;; An active segment is dropped when the program starts.
  (func (export "init-active")
    (memory.init $active (i32.const 0) (i32.const 0) (i32.const 1))))
