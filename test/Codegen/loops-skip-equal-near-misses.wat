;; Loops that do something else than look for the end of what is equal stay.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s --implicit-check-not=@llvm.cttz
(module
  (memory 1)
  (func (export "_start"))

  ;; A store.
  ;; CHECK-LABEL: @wasm.store(
  (func $store (export "store") (param $p i32) (param $q i32)
    (loop $next
      (i32.store8 (i32.const 8) (local.get $p))
      (if (i32.eq (i32.load8_u (local.get $p)) (i32.load8_u (local.get $q)))
        (then
          (local.set $p (i32.add (local.get $p) (i32.const 1)))
          (local.set $q (i32.add (local.get $q) (i32.const 1)))
          (br $next)))))

  ;; A call.
  ;; CHECK-LABEL: @wasm.call(
  (func $call (export "call") (param $p i32)
    (loop $next
      (call $store (local.get $p) (i32.const 0))
      (if (i32.load8_u (local.get $p))
        (then
          (local.set $p (i32.add (local.get $p) (i32.const 1)))
          (br $next)))))

  ;; The second load only happens if the first does not end the loop.
  ;; CHECK-LABEL: @wasm.second(
  (func $second (export "second") (param $p i32) (param $q i32) (result i32)
    (block $out
      (loop $next
        (br_if $out (i32.eqz (i32.load8_u (local.get $p))))
        (br_if $out (i32.eqz (i32.load8_u (local.get $q))))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (local.set $q (i32.add (local.get $q) (i32.const 1)))
        (br $next)))
    (local.get $p))

  ;; Downwards, and every other byte.
  ;; CHECK-LABEL: @wasm.down(
  (func $down (export "down") (param $p i32) (result i32)
    (loop $next
      (if (i32.load8_u (local.get $p))
        (then
          (local.set $p (i32.sub (local.get $p) (i32.const 1)))
          (br $next))))
    (local.get $p))
  ;; CHECK-LABEL: @wasm.other(
  (func $other (export "other") (param $p i32) (result i32)
    (loop $next
      (if (i32.load8_u (local.get $p))
        (then
          (local.set $p (i32.add (local.get $p) (i32.const 2)))
          (br $next))))
    (local.get $p))

  ;; A limit that the variable moves away from: it would have to wrap.
  ;; CHECK-LABEL: @wasm.away(
  (func $away (export "away") (param $p i32) (param $n i32) (param $end i32) (result i32)
    (block $out
      (loop $next
        (br_if $out (i32.eqz (i32.load8_u (local.get $p))))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (local.set $n (i32.sub (local.get $n) (i32.const 3)))
        (br_if $next (i32.lt_u (local.get $n) (local.get $end)))))
    (i32.add (local.get $p) (local.get $n)))

  ;; A limit that is loaded.
  ;; CHECK-LABEL: @wasm.table(
  (func $table (export "table") (param $p i32) (result i32)
    (block $out
      (loop $next
        (br_if $out (i32.load8_u offset=100 (i32.load8_u (local.get $p))))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (br $next)))
    (local.get $p))

  ;; A loop inside another.
  ;; CHECK-LABEL: @wasm.inside(
  (func $inside (export "inside") (param $p i32) (param $n i32) (result i32)
    (loop $outer
      (loop $next
        (if (i32.load8_u (local.get $p))
          (then
            (local.set $p (i32.add (local.get $p) (i32.const 1)))
            (br $next))))
      (i32.store8 (local.get $p) (i32.const 1))
      (br_if $outer (i32.load (local.get $n))))
    (local.get $p))

  ;; What is counted is no induction variable.
  ;; CHECK-LABEL: @wasm.sum(
  (func $sum (export "sum") (param $p i32) (result i32)
    (local $c i32) (local $sum i32)
    (block $out
      (loop $next
        (br_if $out (i32.eqz (local.tee $c (i32.load8_u (local.get $p)))))
        (local.set $sum (i32.add (local.get $sum) (local.get $c)))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (br $next)))
    (local.get $sum)))
