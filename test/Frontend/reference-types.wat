;; References in tables, globals, locals, parameters and blocks.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --validate %t.wasm

(module
  (table $t 2 externref)
  (table $f 2 funcref)
  (global $g (mut externref) (ref.null extern))
  (elem $e declare func $id)
  (elem $p externref (ref.null extern))
  (func $id (param externref) (result externref) (local funcref)
    (local.set 1 (ref.func $id))
    (table.set $f (i32.const 0) (local.get 1))
    (table.set $t (i32.const 0) (call $id (local.get 0)))
    (table.fill $t (i32.const 0) (global.get $g) (i32.const 1))
    (table.copy $f $f (i32.const 0) (i32.const 1) (i32.const 1))
    (table.init $t $p (i32.const 0) (i32.const 0) (i32.const 1))
    (elem.drop $p)
    (drop (table.grow $t (ref.null extern) (table.size $f)))
    (drop (ref.is_null (table.get $f (i32.const 1))))
    (drop (call_indirect $f (param externref) (result externref)
                         (local.get 0) (i32.const 0)))
    (block (result externref)
      (select (result externref) (local.get 0) (global.get $g) (i32.const 1)))))
