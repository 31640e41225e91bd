;; Loops that look ahead for what is not equal trap at the end of memory where
;; they did, and not where they ended before.
;; RUN: %run_all %s --exports --levels 0,2,3
(module
  (memory 1)
  (data (i32.const 65000) "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
  (func $match (param $p i32) (param $q i32) (param $end i32) (result i32)
    (block $out
      (loop $next
        (br_if $out (i32.eq (local.get $p) (local.get $end)))
        (br_if $out (i32.ne (i32.load8_u (local.get $p)) (i32.load8_u (local.get $q))))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (local.set $q (i32.add (local.get $q) (i32.const 1)))
        (br $next)))
    (local.get $p))
  (func $expect (param $is i32) (param $should i32)
    (if (i32.ne (local.get $is) (local.get $should)) (then unreachable)))
;; TRAP limit-beyond: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "limit-beyond")
    (drop (call $match (i32.const 65100) (i32.const 100) (i32.const 70000))))
;; TRAP second-beyond: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "second-beyond")
    (drop (call $match (i32.const 100) (i32.const 65433) (i32.const 70000))))
;; TRAP across-four-gibibytes: out of bounds memory access
  (func (export "across-four-gibibytes")
    (drop (call $match (i32.const -20) (i32.const 100) (i32.const 50))))
;; ENDS ends-at-difference
  (func (export "ends-at-difference")
    (call $expect (call $match (i32.const 64960) (i32.const 0) (i32.const 70000)) (i32.const 65000)))
;; ENDS ends-at-last-byte
  (func (export "ends-at-last-byte")
    (call $expect (call $match (i32.const 65090) (i32.const 0) (i32.const 65536)) (i32.const 65536)))
  ;; The second is not loaded after the first says the end.
  (func $text (param $p i32) (param $q i32) (result i32)
    (local $c i32)
    (block $out
      (loop $next
        (br_if $out (i32.eqz (local.tee $c (i32.load8_u (local.get $p)))))
        (br_if $out (i32.ne (local.get $c) (i32.load8_u (local.get $q))))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (local.set $q (i32.add (local.get $q) (i32.const 1)))
        (br $next)))
    (local.get $p))
;; ENDS second-unloaded
  (func (export "second-unloaded")
    (memory.copy (i32.const 65500) (i32.const 65000) (i32.const 36))
    (call $expect (call $text (i32.const 65044) (i32.const 65500)) (i32.const 65080))))
