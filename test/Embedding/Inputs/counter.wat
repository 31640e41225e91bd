;; Another module for hosts that have plug.wat already.
(module
  (import "env" "note" (func $note (param i32)))
  (memory (export "memory") 1)
  (global $count (mut i32) (i32.const 0))
  (func (export "next") (result i32)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    (call $note (global.get $count))
    (global.get $count))
  (func (export "stop") (param i32) (result i32)
    (i32.load (local.get 0))))
