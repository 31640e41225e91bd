;; Loops that look for the end of what is equal look at 16 bytes at once after
;; some iterations.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check --levels=0,2,3
(module
  (memory 1 1)

  ;; The length of what is equal, below a limit.
  ;; CHECK-LABEL: @wasm.match(
  ;; CHECK: icmp uge i64 {{.*}}, 16
  ;; CHECK: and i64 {{.*}}, 4095
  ;; CHECK: icmp ule i64 {{.*}}, 4080
  ;; CHECK: and i64 {{.*}}, 4095
  ;; CHECK: load {{(volatile )?}}<16 x i8>
  ;; CHECK: load {{(volatile )?}}<16 x i8>
  ;; CHECK: icmp {{eq|ne}} <16 x i8>
  ;; CHECK: @llvm.cttz
  (func $match (export "match") (param $p i32) (param $q i32) (param $end i32) (result i32)
    (local $from i32)
    (local.set $from (local.get $p))
    (block $out
      (loop $next
        (br_if $out (i32.ge_u (local.get $p) (local.get $end)))
        (br_if $out (i32.ne (i32.load8_u (local.get $p)) (i32.load8_u (local.get $q))))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (local.set $q (i32.add (local.get $q) (i32.const 1)))
        (br $next)))
    (i32.sub (local.get $p) (local.get $from)))

  ;; The same in words, by a count that goes down.
  ;; CHECK-LABEL: @wasm.words(
  ;; CHECK: load {{(volatile )?}}<4 x i32>
  ;; CHECK: load {{(volatile )?}}<4 x i32>
  (func $words (export "words") (param $p i32) (param $q i32) (param $n i32) (result i32)
    (block $out
      (loop $next
        (br_if $out (i32.ne (i32.load (local.get $p)) (i32.load (local.get $q))))
        (local.set $p (i32.add (local.get $p) (i32.const 4)))
        (local.set $q (i32.add (local.get $q) (i32.const 4)))
        (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
    (local.get $n))

  ;; To one of some characters.
  ;; CHECK-LABEL: @wasm.scan(
  ;; CHECK: load {{(volatile )?}}<16 x i8>
  (func $scan (export "scan") (param $p i32) (result i32)
    (local $c i32)
    (block $out
      (loop $next
        (br_if $out (i32.eqz (local.tee $c (i32.load8_u (local.get $p)))))
        (br_if $out (i32.eq (local.get $c) (i32.const 44)))
        (br_if $out (i32.eq (local.get $c) (i32.const 34)))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (br $next)))
    (local.get $p))

  (func $expect (param $is i32) (param $should i32)
    (if (i32.ne (local.get $is) (local.get $should)) (then unreachable)))

  ;; Each length to 100 ends at a difference, at a limit, or at neither's page.
  (func (export "_start") (local $n i32) (local $p i32)
    (memory.fill (i32.const 0) (i32.const 7) (i32.const 65536))
    (loop $next
      (local.set $p (i32.sub (i32.const 4150) (local.get $n)))
      (i32.store8 (i32.const 4150) (i32.const 44))
      (call $expect (call $match (local.get $p) (i32.const 8100) (i32.const 9000)) (local.get $n))
      (call $expect (call $scan (local.get $p)) (i32.const 4150))
      (i32.store8 (i32.const 4150) (i32.const 7))
      (call $expect (call $match (local.get $p) (i32.const 8100) (i32.const 4150)) (local.get $n))
      ;; To the last byte of memory.
      (call $expect (call $match (i32.sub (i32.const 65536) (local.get $n)) (i32.const 100) (i32.const 65536))
        (local.get $n))
      (call $expect (call $match (i32.const 100) (i32.sub (i32.const 65536) (local.get $n))
        (i32.add (i32.const 100) (local.get $n))) (local.get $n))
      (call $expect
        (call $words (i32.sub (i32.const 65532) (i32.shl (local.get $n) (i32.const 2))) (i32.const 100)
          (i32.add (local.get $n) (i32.const 1))) (i32.const 0))
      (i32.store8 (i32.const 65533) (i32.const 8))
      (call $expect
        (call $words (i32.sub (i32.const 65532) (i32.shl (local.get $n) (i32.const 2))) (i32.const 100)
          (i32.add (local.get $n) (i32.const 9))) (i32.const 9))
      (call $expect (call $match (i32.sub (i32.const 65533) (local.get $n)) (i32.const 100) (i32.const -1))
        (local.get $n))
      (i32.store8 (i32.const 65533) (i32.const 7))
      (br_if $next (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 100))))))
