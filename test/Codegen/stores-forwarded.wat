;; What was stored is not loaded again, although other stores came between, if
;; those are known to be elsewhere: in the same 32-bit numbers from the same
;; root, whether they wrap or not.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -O2 --strict-traps --target=linux -S -emit-llvm -o - \
;; RUN:   | FileCheck %s --check-prefix=STRICT
(module
  (memory 1)
  (func (export "_start"))
  (func $callee (call $callee)) ;; or it would be inlined

  ;; STRICT-LABEL: @wasm.below(
  ;; STRICT: load volatile
  ;; CHECK-LABEL: @wasm.below(
  ;; CHECK-NOT: load
  ;; CHECK: ret i64 %1
  (func $below (export "a") (param $p i32) (param $v i64) (result i64)
    (i64.store (i32.sub (local.get $p) (i32.const 8)) (local.get $v))
    (i64.store (i32.sub (local.get $p) (i32.const 16)) (i64.const 1))
    (i64.store (local.get $p) (i64.const 2))
    (i64.load (i32.sub (local.get $p) (i32.const 8))))

  ;; A place in an array of known length, and a value of another type.
  ;; CHECK-LABEL: @wasm.array(
  ;; CHECK: bitcast i64 %2 to double
  ;; CHECK-NOT: load
  ;; CHECK: ret
  (func $array (export "b") (param $p i32) (param $i i32) (param $v i64)
      (result f64)
    (i64.store offset=56 (local.get $p) (local.get $v))
    (i64.store offset=64
      (i32.add (local.get $p)
        (i32.shl (i32.and (local.get $i) (i32.const 15)) (i32.const 3)))
      (i64.const 1))
    (f64.load offset=56 (local.get $p)))

  ;; One byte of the array may be one of the value's.
  ;; CHECK-LABEL: @wasm.reached(
  ;; CHECK: %[[R:.*]] = load i64
  ;; CHECK: ret i64 %[[R]]
  (func $reached (export "c") (param $p i32) (param $i i32) (param $v i64)
      (result i64)
    (i64.store offset=56 (local.get $p) (local.get $v))
    (i64.store offset=63
      (i32.add (local.get $p)
        (i32.shl (i32.and (local.get $i) (i32.const 15)) (i32.const 3)))
      (i64.const 1))
    (i64.load offset=56 (local.get $p)))

  ;; The index of the load may be one that wraps: it traps then.
  ;; CHECK-LABEL: @wasm.wraps(
  ;; CHECK: add i32 %0, -8
  ;; CHECK: %[[R:.*]] = load
  ;; CHECK: ret i64 %[[R]]
  (func $wraps (export "d") (param $p i32) (param $v i64) (result i64)
    (i64.store (local.get $p) (local.get $v))
    (i64.load offset=8 (i32.sub (local.get $p) (i32.const 8))))

  ;; Another root, or a function, may write to any place.
  ;; CHECK-LABEL: @wasm.others(
  ;; CHECK: %[[A:.*]] = load i64
  ;; CHECK: call {{.*}}@wasm.callee
  ;; CHECK: %[[B:.*]] = load i64
  ;; CHECK: add i64 %[[A]], %[[B]]
  (func $others (export "e") (param $p i32) (param $q i32) (param $v i64)
      (result i64)
    (local $a i64)
    (i64.store (local.get $p) (local.get $v))
    (i64.store (local.get $q) (i64.const 2))
    (local.set $a (i64.load (local.get $p)))
    (i64.store (local.get $p) (local.get $v))
    (call $callee)
    (i64.add (local.get $a) (i64.load (local.get $p))))

  ;; Halves of the value, and the bytes around it.
  ;; CHECK-LABEL: @wasm.parts(
  ;; CHECK: load i32
  ;; CHECK: load i64
  ;; CHECK: ret
  (func $parts (export "f") (param $p i32) (param $v i64) (result i64)
    (i64.store (i32.sub (local.get $p) (i32.const 16)) (local.get $v))
    (i32.store (i32.sub (local.get $p) (i32.const 24)) (i32.const 1))
    (i64.add
      (i64.load32_u (i32.sub (local.get $p) (i32.const 16)))
      (i64.load (i32.sub (local.get $p) (i32.const 20)))))

  ;; On one of the ways that meet.
  ;; CHECK-LABEL: @wasm.met(
  ;; CHECK: %[[R:.*]] = load i64
  ;; CHECK: ret i64 %[[R]]
  (func $met (export "g") (param $p i32) (param $v i64) (result i64)
    (if (i64.eqz (local.get $v))
      (then
        (i64.store (i32.sub (local.get $p) (i32.const 8)) (local.get $v))
        (call $callee)
        (i64.store (local.get $p) (local.get $v))))
    (i64.load (local.get $p)))

  ;; Fields that a copy takes together: no processor forwards two stores to one
  ;; load.
  ;; CHECK-LABEL: @wasm.fields(
  ;; CHECK-NOT: load
  ;; CHECK: store <2 x float>
  ;; CHECK: ret
  (func $fields (export "h") (param $p i32) (param $x f32) (param $y f32)
    (f32.store offset=44 (local.get $p) (local.get $x))
    (f32.store offset=48 (local.get $p) (local.get $y))
    (i64.store offset=16 (local.get $p) (i64.load offset=44 (local.get $p))))

  ;; Of several sizes.
  ;; CHECK-LABEL: @wasm.sizes(
  ;; CHECK-NOT: load
  ;; CHECK: shl nuw {{.*}}, 32
  ;; CHECK-NOT: load
  ;; CHECK: ret i64
  (func $sizes (export "i") (param $p i32) (param $x i32) (param $y i32)
      (result i64)
    (i32.store16 (local.get $p) (local.get $x))
    (i32.store16 offset=2 (local.get $p) (local.get $y))
    (i32.store offset=4 (local.get $p) (local.get $y))
    (i64.load (local.get $p)))

  ;; Not if a byte is missing, or the last store has more.
  ;; CHECK-LABEL: @wasm.missing(
  ;; CHECK: load i64
  ;; CHECK: load i64
  ;; CHECK: ret i64
  (func $missing (export "j") (param $p i32) (param $x i32) (param $v i64)
      (result i64)
    (i32.store (local.get $p) (local.get $x))
    (i32.store16 offset=4 (local.get $p) (local.get $x))
    (i32.store8 offset=7 (local.get $p) (local.get $x))
    (i32.store offset=16 (local.get $p) (local.get $x))
    (i64.store offset=20 (local.get $p) (local.get $v))
    (i64.add (i64.load (local.get $p)) (i64.load offset=16 (local.get $p)))))
