;; A program with a 64-bit memory: a sieve that begins 4 GiB above address 0,
;; whose memory grows as it goes. Its output goes through a second memory, the
;; 32-bit one of WASI.
;; RUN: %run_all %s
;; CHECK: 78498
;; CHECK-NEXT: 999983
;; CHECK-NEXT: 65552
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory $io (export "memory") 1)
  (memory $sieve i64 65536 131072)
  (global $base i64 (i64.const 0x100000000))
  (global $limit i64 (i64.const 1000000))

  ;; The byte of a number: 1 if it has a factor.
  (func $at (param $number i64) (result i64)
    (i64.add (global.get $base) (local.get $number)))
  (func $cross-out (param $prime i64) (local $multiple i64)
    (local.set $multiple (i64.mul (local.get $prime) (local.get $prime)))
    (block $done
      (loop $next
        (br_if $done (i64.ge_u (local.get $multiple) (global.get $limit)))
        (i64.store8 $sieve (call $at (local.get $multiple)) (i64.const 1))
        (local.set $multiple (i64.add (local.get $multiple) (local.get $prime)))
        (br $next))))
  (func $count (result i64 i64) (local $n i64) (local $count i64) (local $last i64)
    (local.set $n (i64.const 2))
    (loop $next
      (if (i32.eqz (i32.load8_u $sieve (call $at (local.get $n))))
        (then
          (local.set $count (i64.add (local.get $count) (i64.const 1)))
          (local.set $last (local.get $n))
          (call $cross-out (local.get $n))))
      (local.set $n (i64.add (local.get $n) (i64.const 1)))
      (br_if $next (i64.lt_u (local.get $n) (global.get $limit))))
    (local.get $count) (local.get $last))

  ;; Prints a number and a new line.
  (func $print (param $number i64) (local $at i32)
    (local.set $at (i32.const 63))
    (i32.store8 $io (i32.const 63) (i32.const 10))
    (loop $digit
      (local.set $at (i32.sub (local.get $at) (i32.const 1)))
      (i32.store8 $io (local.get $at)
        (i32.add (i32.const 48)
          (i32.wrap_i64 (i64.rem_u (local.get $number) (i64.const 10)))))
      (local.set $number (i64.div_u (local.get $number) (i64.const 10)))
      (br_if $digit (i64.ne (local.get $number) (i64.const 0))))
    (i32.store $io (i32.const 64) (local.get $at))
    (i32.store $io (i32.const 68) (i32.sub (i32.const 64) (local.get $at)))
    (if (call $fd_write (i32.const 1) (i32.const 64) (i32.const 1) (i32.const 72))
      (then (unreachable))))

  (func (export "_start") (local $count i64) (local $last i64)
    ;; Nothing is there yet.
    (if (i64.ne (memory.size $sieve) (i64.const 65536)) (then (unreachable)))
    (if (i64.ne (memory.grow $sieve (i64.const 16)) (i64.const 65536))
      (then (unreachable)))
    (call $count) (local.set $last) (local.set $count)
    (call $print (local.get $count))
    (call $print (local.get $last))
    (call $print (memory.size $sieve))))
