;; What the random modules of modules.py import: as a module of its own, so that
;; wasmc and V8 run the same. What it is told is folded into a hash.
(module
  (tag $wasm (export "wasmtag") (param i32))
  (tag $js (export "jstag") (param externref))
  (table $functions (export "functions") 16 funcref)
  (global $hash (mut i64) (i64.const 0x4bf29ce484222325))

  (func $log (export "log") (param i64)
    (global.set $hash
      (i64.mul (i64.xor (global.get $hash) (local.get 0))
               (i64.const 0x100000001b3))))
  (func (export "hash") (result i64) (global.get $hash))
  (func (export "reset") (global.set $hash (i64.const 0x4bf29ce484222325)))

  (func (export "log-i32") (param i32)
    (call $log (i64.extend_i32_u (local.get 0))))
  (func (export "log-i64") (param i64) (call $log (local.get 0)))
  (func (export "log-f32") (param f32)
    (call $log (i64.extend_i32_u (i32.reinterpret_f32 (local.get 0)))))
  (func (export "log-f64") (param f64)
    (call $log (i64.reinterpret_f64 (local.get 0))))
  (func (export "log-v128") (param v128)
    (call $log (i64x2.extract_lane 0 (local.get 0)))
    (call $log (i64x2.extract_lane 1 (local.get 0))))

  (func (export "throw") (param i32)
    (if (local.get 0) (then (throw $wasm (local.get 0))))
    (throw $js (ref.null extern)))
  (func (export "table-get") (param i32) (result funcref)
    (table.get $functions (local.get 0)))
  (func (export "table-set") (param i32 funcref)
    (table.set $functions (local.get 0) (local.get 1)))

  ;; Calls what is called without arguments, and traps at all else.
  (func $call (export "call-export") (param $index i32) (param $flags i32)
    (call_indirect $functions (i32.and (local.get $index) (i32.const 15))))
  (func $callRef (export "call-ref") (param $function funcref) (param $flags i32)
    (table.set $functions (i32.const 15) (local.get $function))
    (call_indirect $functions (i32.const 15)))
  (func (export "call-export-catch") (param $index i32) (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (call $call (local.get $index) (i32.const 0)))
      (return (i32.const 0)))
    (i32.const 1))
  (func (export "call-ref-catch") (param $function funcref) (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (call $callRef (local.get $function) (i32.const 0)))
      (return (i32.const 0)))
    (i32.const 1))
  (func (export "sleep") (param i32 i32) (result i32) (local.get 1)))
