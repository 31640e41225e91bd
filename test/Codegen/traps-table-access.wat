;; table.get, set, fill, copy and init beyond a table trap; no elements exactly
;; at its end do not.
;; RUN: %run_all %s --exports
;; ENDS nothing-at-end
;; TRAP get: out of bounds table access
;; TRAP get-constant: out of bounds table access
;; TRAP set: out of bounds table access
;; TRAP fill: out of bounds table access
;; TRAP fill-nothing: out of bounds table access
;; TRAP copy-source: out of bounds table access
;; TRAP copy-destination: out of bounds table access
;; TRAP copy-wraps: out of bounds table access
;; TRAP copy-nothing: out of bounds table access
;; TRAP init-table: out of bounds table access
;; TRAP init-segment: out of bounds table access
;; TRAP init-nothing: out of bounds table access
;; TRAP init-dropped: out of bounds table access
(module
  (table $t 10 funcref)
  (table $u 5 funcref)
  (table $constant 3 funcref)
  (elem $e func $f $f $f)
  (func $f)
  (func (export "nothing-at-end")
    (table.fill $t (i32.const 10) (ref.null func) (i32.const 0))
    (table.copy $t $u (i32.const 10) (i32.const 5) (i32.const 0))
    (table.init $t $e (i32.const 10) (i32.const 3) (i32.const 0))
    (elem.drop $e)
    (table.init $t $e (i32.const 0) (i32.const 0) (i32.const 0)))
  (func (export "get") (drop (table.get $t (i32.const 10))))
  (func (export "get-constant") (drop (table.get $constant (i32.const -1))))
  (func (export "set") (table.set $u (i32.const 5) (ref.func $f)))
  (func (export "fill")
    (table.fill $t (i32.const 8) (ref.func $f) (i32.const 3)))
  (func (export "fill-nothing")
    (table.fill $t (i32.const 11) (ref.func $f) (i32.const 0)))
  (func (export "copy-source")
    (table.copy $t $u (i32.const 0) (i32.const 3) (i32.const 3)))
  (func (export "copy-destination")
    (table.copy $u $t (i32.const 3) (i32.const 0) (i32.const 3)))
  (func (export "copy-wraps")
    (table.copy $t $t (i32.const -1) (i32.const 0) (i32.const 2)))
  (func (export "copy-nothing")
    (table.copy $t $u (i32.const 0) (i32.const 6) (i32.const 0)))
  (func (export "init-table")
    (table.init $t $e (i32.const 8) (i32.const 0) (i32.const 3)))
  (func (export "init-segment")
    (table.init $t $e (i32.const 0) (i32.const 1) (i32.const 3)))
  (func (export "init-nothing")
    (table.init $t $e (i32.const 0) (i32.const 4) (i32.const 0)))
  (func (export "init-dropped")
    (elem.drop $e)
    (table.init $t $e (i32.const 0) (i32.const 0) (i32.const 1))))
