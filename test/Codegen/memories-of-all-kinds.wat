;; Several memories of all kinds in one module: 64-bit indices, pages of one byte,
;; data, growth, copies between them, 128-bit arithmetic beside them; the byte
;; after a small page is out of bounds.
;; RUN: %run_all %s --exit 134
;; CHECK: wasm trap: out of bounds memory access
(module
 (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
 (memory $a (export "memory") 1)
 (memory $b i64 1 4)
 (memory $c 3 (pagesize 1))
 (memory $d 1)
 (data $p (memory $b) (i64.const 65530) "abcdef")
 (func $ck (param $ok i32) (param $n i32) (if (i32.eqz (local.get $ok)) (then (call $exit (local.get $n)))))
 (func $mul (param i64 i64) (result i64 i64) (i64.mul_wide_u (local.get 0) (local.get 1)))
 (func (export "_start") (local i64 i64)
  (call $ck (i32.eq (i32.load8_u $b (i64.const 65535)) (i32.const 102)) (i32.const 1))
  (call $ck (i64.eq (memory.grow $b (i64.const 3)) (i64.const 1)) (i32.const 2))
  (call $ck (i64.eq (memory.grow $b (i64.const 1)) (i64.const -1)) (i32.const 3))
  (call $ck (i64.eq (memory.size $b) (i64.const 4)) (i32.const 4))
  (call $ck (i32.eq (memory.size $c) (i32.const 3)) (i32.const 5))
  (i32.store8 $c (i32.const 2) (i32.const 9))
  (call $ck (i32.eq (memory.grow $c (i32.const 70000)) (i32.const 3)) (i32.const 6))
  (i32.store8 $c (i32.const 70002) (i32.const 7))
  (memory.copy $d $b (i32.const 10) (i64.const 65530) (i32.const 6))
  (call $ck (i32.eq (i32.load8_u $d offset=15 (i32.const 0)) (i32.const 102)) (i32.const 7))
  (call $mul (i64.const -1) (i64.const -1)) (local.set 1) (local.set 0)
  (call $ck (i64.eq (local.get 0) (i64.const 1)) (i32.const 8))
  (call $ck (i64.eq (local.get 1) (i64.const -2)) (i32.const 9))
  (i64.add128 (i64.const -1) (i64.const 5) (i64.const 1) (i64.const 6)) (local.set 1) (local.set 0)
  (call $ck (i64.eq (local.get 1) (i64.const 12)) (i32.const 10))
  (i32.store8 $c (i32.const 70003) (i32.const 7))
 ))
