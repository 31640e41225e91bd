;; Loops with 64-bit pointers trap where those with wrapping indices do: past
;; the end of memory, at 4 GiB, and below address 0. What wraps without a trap
;; goes on at the other end.
;; RUN: %run_all %s --exports --levels 0,2,3
(module
  (memory 1)
  (func $up (param $from i32) (param $step i32) (param $n i32)
    (local $s i32)
    (loop $next
      (i32.store8 (local.get $from) (i32.const 1))
      (i32.store8 offset=1 (local.get $from) (i32.const 1))
      (local.set $from (i32.add (local.get $from) (i32.const 2)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
;; TRAP past-the-end: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "past-the-end") (call $up (i32.const 0) (i32.const 2) (i32.const 40000)))
;; ENDS to-the-end
  (func (export "to-the-end") (call $up (i32.const 0) (i32.const 2) (i32.const 32768)))
;; TRAP from-the-top: out of bounds memory access
  (func (export "from-the-top") (call $up (i32.const -4) (i32.const 2) (i32.const 20)))
  (func $down (param $from i32) (param $n i32)
    (loop $next
      (i32.store (local.get $from) (i32.const 1))
      (local.set $from (i32.sub (local.get $from) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
;; ENDS down-to-zero
  (func (export "down-to-zero") (call $down (i32.const 4000) (i32.const 1001)))
;; TRAP below-zero: out of bounds memory access (address 0xfffffffc, memory size 0x10000)
  (func (export "below-zero") (call $down (i32.const 4000) (i32.const 1002)))
  ;; The counter passes by its end, and the address goes on.
  (func $missed (param $p i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
    (loop $next
      (local.set $s (i32.add (local.get $s) (i32.mul (i32.load (local.get $p)) (i32.load offset=4 (local.get $p)))))
      (local.set $p (i32.add (local.get $p) (i32.const 8)))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))
    (local.get $s))
;; TRAP past-a-missed-end: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "past-a-missed-end") (drop (call $missed (i32.const 64) (i32.const 86))))
;; ENDS at-an-end
  (func (export "at-an-end") (drop (call $missed (i32.const 64) (i32.const 88))))
  (func $pointer (param $p i32) (param $end i32) (result i32) (local $s i32)
    (loop $next
      (local.set $s (i32.add (local.get $s) (i32.load (local.get $p))))
      (br_if $next (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4))) (local.get $end))))
    (local.get $s))
;; TRAP past-the-last-address: out of bounds memory access (address 0x10000, memory size 0x10000)
  (func (export "past-the-last-address") (drop (call $pointer (i32.const 64) (i32.const -1))))
;; ENDS past-an-address
  (func (export "past-an-address") (drop (call $pointer (i32.const 64) (i32.const 1027))))
  ;; The neighbour that wraps first is only an address before the loop ends.
  (func $search (param $at i32) (result i32)
    (loop $next (result i32)
      (if (result i32) (i32.eqz (i32.load8_u (i32.add (local.get $at) (i32.const 8))))
        (then (local.get $at))
        (else
          (drop (i32.load8_u (local.get $at)))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next)))))
;; ENDS wraps-and-finds
  (func (export "wraps-and-finds")
    (if (i32.ne (call $search (i32.const -4)) (i32.const -4)) (then (unreachable))))
;; TRAP wraps-and-goes-on: out of bounds memory access
  (func (export "wraps-and-goes-on")
    (i32.store8 (i32.const 4) (i32.const 1))
    (drop (call $search (i32.const -4)))))
