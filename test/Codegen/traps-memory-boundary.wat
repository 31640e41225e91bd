;; The last bytes of memory can be accessed at every width; one byte further
;; traps, also through an offset.
;; RUN: %run_all %s --exports
;; ENDS _start
;; TRAP load-8: out of bounds memory access
;; TRAP load-16: out of bounds memory access
;; TRAP load-64: out of bounds memory access
;; TRAP store-8: out of bounds memory access
;; TRAP store-16: out of bounds memory access
;; TRAP store-32: out of bounds memory access
;; TRAP store-64: out of bounds memory access
;; TRAP offset: out of bounds memory access
(module
  (memory 1)
  (func $load8 (param i32) (drop (i32.load8_u (local.get 0))))
  (func $load16 (param i32) (drop (i32.load16_u (local.get 0))))
  (func $load32 (param i32) (drop (f32.load (local.get 0))))
  (func $load64 (param i32) (drop (i64.load (local.get 0))))
  (func $store8 (param i32) (i32.store8 (local.get 0) (i32.const -1)))
  (func $store16 (param i32) (i64.store16 (local.get 0) (i64.const -1)))
  (func $store32 (param i32) (i32.store (local.get 0) (i32.const -1)))
  (func $store64 (param i32) (f64.store (local.get 0) (f64.const 1)))
  (func $offset (param i32) (i32.store8 offset=65535 (local.get 0) (i32.const 1)))
  (func (export "_start")
    (call $load8 (i32.const 65535))
    (call $load16 (i32.const 65534))
    (call $load32 (i32.const 65532))
    (call $load64 (i32.const 65528))
    (call $store8 (i32.const 65535))
    (call $store16 (i32.const 65534))
    (call $store32 (i32.const 65532))
    (call $store64 (i32.const 65528))
    (call $offset (i32.const 0)))
  (func (export "load-8") (call $load8 (i32.const 65536)))
  (func (export "load-16") (call $load16 (i32.const 65535)))
  (func (export "load-64") (call $load64 (i32.const 65529)))
  (func (export "store-8") (call $store8 (i32.const 65536)))
  (func (export "store-16") (call $store16 (i32.const 65535)))
  (func (export "store-32") (call $store32 (i32.const 65533)))
  (func (export "store-64") (call $store64 (i32.const 65529)))
  (func (export "offset") (call $offset (i32.const 1))))
