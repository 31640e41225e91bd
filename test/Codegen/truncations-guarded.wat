;; A conversion guarded as C compilers do it is the processor's instruction,
;; without the guard and the checks for the traps; near misses keep theirs.
;; RUN: %wasmc %s -O2 --entry=values --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --exports --levels=0,2
(module
  (memory 1)

  ;; CHECK-LABEL: @wasm.s64(
  ;; CHECK-NEXT: entry:
  ;; CHECK-NEXT: insertelement
  ;; CHECK-NEXT: call i32 @llvm.x86.sse2.cvttsd2si(
  ;; CHECK-NEXT: ret i32
  (func $s64 (param $x f64) (result i32)
    (if (result i32) (f64.lt (f64.abs (local.get $x)) (f64.const 0x1p31))
      (then (i32.trunc_f64_s (local.get $x)))
      (else (i32.const 0x80000000))))
  ;; CHECK-LABEL: @wasm.l32(
  ;; CHECK: call i64 @llvm.x86.sse.cvttss2si64(
  ;; CHECK-NEXT: ret i64
  (func $l32 (param $x f32) (result i64)
    (if (result i64) (f32.lt (f32.abs (local.get $x)) (f32.const 0x1p63))
      (then (i64.trunc_f32_s (local.get $x)))
      (else (i64.const 0x8000000000000000))))
  ;; CHECK-LABEL: @wasm.u64(
  ;; CHECK: call i64 @llvm.x86.sse2.cvttsd2si64(
  ;; CHECK-NOT: fcmp
  ;; CHECK: ret i32
  (func $u64 (param $x f64) (result i32)
    (if (result i32) (i32.and (f64.lt (local.get $x) (f64.const 0x1p32))
                              (f64.ge (local.get $x) (f64.const 0)))
      (then (i32.trunc_f64_u (local.get $x)))
      (else (i32.const 0))))
  ;; The low byte.
  ;; CHECK-LABEL: @wasm.byte(
  ;; CHECK: call i32 @llvm.x86.sse.cvttss2si(
  ;; CHECK-NOT: fcmp
  ;; CHECK: ret void
  (func $byte (param $x f32)
    (i32.store8 (i32.const 0)
      (if (result i32) (f32.lt (f32.abs (local.get $x)) (f32.const 0x1p31))
        (then (i32.trunc_f32_s (local.get $x)))
        (else (i32.const 0x80000000)))))
  (func $ofByte (param $x f32) (result i32)
    (call $byte (local.get $x))
    (i32.load8_u (i32.const 0)))

  ;; The guard answers the checks, but its other value is not the processor's.
  ;; CHECK-LABEL: @wasm.zero(
  ;; CHECK: fcmp olt double
  ;; CHECK-NOT: trap
  ;; CHECK: select
  (func $zero (param $x f64) (result i32)
    (if (result i32) (f64.lt (f64.abs (local.get $x)) (f64.const 0x1p31))
      (then (i32.trunc_f64_s (local.get $x)))
      (else (i32.const 0))))
  ;; So is it with a narrower guard.
  ;; CHECK-LABEL: @wasm.narrow(
  ;; CHECK: fcmp olt double
  ;; CHECK-NOT: trap
  ;; CHECK: select
  (func $narrow (param $x f64) (result i32)
    (if (result i32) (f64.lt (f64.abs (local.get $x)) (f64.const 0x1p30))
      (then (i32.trunc_f64_s (local.get $x)))
      (else (i32.const 0x80000000))))
  ;; These let values through that do not fit.
  ;; CHECK-LABEL: @wasm.wide(
  ;; CHECK: ubsantrap
  (func $wide (param $x f64) (result i32)
    (if (result i32) (f64.lt (f64.abs (local.get $x)) (f64.const 0x1p32))
      (then (i32.trunc_f64_s (local.get $x)))
      (else (i32.const 0x80000000))))
  ;; CHECK-LABEL: @wasm.equal(
  ;; CHECK: ubsantrap
  (func $equal (param $x f64) (result i32)
    (if (result i32) (f64.le (f64.abs (local.get $x)) (f64.const 0x1p31))
      (then (i32.trunc_f64_s (local.get $x)))
      (else (i32.const 0x80000000))))
  ;; A NaN goes through.
  ;; CHECK-LABEL: @wasm.nan(
  ;; CHECK: ubsantrap
  (func $nan (param $x f64) (result i32)
    (if (result i32) (f64.ge (f64.abs (local.get $x)) (f64.const 0x1p31))
      (then (i32.const 0x80000000))
      (else (i32.trunc_f64_s (local.get $x)))))
  ;; It is another value that was asked about.
  ;; CHECK-LABEL: @wasm.other(
  ;; CHECK: ubsantrap
  (func $other (param $x f64) (param $y f64) (result i32)
    (if (result i32) (f64.lt (f64.abs (local.get $y)) (f64.const 0x1p31))
      (then (i32.trunc_f64_s (local.get $x)))
      (else (i32.const 0x80000000))))

  ;; CHECK-LABEL: @wasm.all(
  ;; CHECK: call <4 x i32> @llvm.x86.sse2.cvttps2dq(
  (func $all (param $x i32) (param $n i32)
    (loop $next
      (i32.store (local.get $x)
        (if (result i32)
            (f32.lt (f32.abs (f32.load (local.get $x))) (f32.const 0x1p31))
          (then (i32.trunc_f32_s (f32.load (local.get $x))))
          (else (i32.const 0x80000000))))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  ;; The first and the last of 19, which are all alike.
  (func $ofAll (param $value f32) (result i32) (local $p i32)
    (loop $next
      (f32.store offset=64 (local.get $p) (local.get $value))
      (br_if $next (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 4)))
                             (i32.const 76))))
    (call $all (i32.const 64) (i32.const 19))
    (if (i32.ne (i32.load (i32.const 64)) (i32.load (i32.const 136)))
      (then unreachable))
    (i32.load (i32.const 64)))

  (func $is (param i32 i32)
    (if (i32.ne (local.get 0) (local.get 1)) (then unreachable)))
  (func $is64 (param i64 i64)
    (if (i64.ne (local.get 0) (local.get 1)) (then unreachable)))
  (func (export "values")
    (call $is (call $s64 (f64.const 0x0.0p+0)) (i32.const 0x0))
    (call $is (call $s64 (f64.const -0x1.c000000000000p+0)) (i32.const 0xffffffff))
    (call $is (call $s64 (f64.const 0x1.ffffffff00000p+30)) (i32.const 0x7fffffff))
    (call $is (call $s64 (f64.const -0x1.0000000000000p+31)) (i32.const 0x80000000))
    (call $is (call $s64 (f64.const -0x1.0000000100000p+31)) (i32.const 0x80000000))
    (call $is (call $s64 (f64.const 0x1.0000000000000p+31)) (i32.const 0x80000000))
    (call $is (call $s64 (f64.const inf)) (i32.const 0x80000000))
    (call $is (call $s64 (f64.const nan)) (i32.const 0x80000000))
    (call $is64 (call $l32 (f32.const -0x1.c000000000000p+1)) (i64.const 0xfffffffffffffffd))
    (call $is64 (call $l32 (f32.const 0x1.0000000000000p+62)) (i64.const 0x4000000000000000))
    (call $is64 (call $l32 (f32.const -0x1.0000000000000p+63)) (i64.const 0x8000000000000000))
    (call $is64 (call $l32 (f32.const 0x1.0000000000000p+63)) (i64.const 0x8000000000000000))
    (call $is64 (call $l32 (f32.const nan)) (i64.const 0x8000000000000000))
    (call $is (call $u64 (f64.const 0x1.feb851eb851ecp+1)) (i32.const 0x3))
    (call $is (call $u64 (f64.const 0x1.ffffffff00000p+31)) (i32.const 0xffffffff))
    (call $is (call $u64 (f64.const 0x1.0000000000000p+32)) (i32.const 0x0))
    (call $is (call $u64 (f64.const -0x1.0000000000000p-1)) (i32.const 0x0))
    (call $is (call $u64 (f64.const -0x1.0000000000000p+0)) (i32.const 0x0))
    (call $is (call $u64 (f64.const 0x1.93e5939a08ceap+99)) (i32.const 0x0))
    (call $is (call $u64 (f64.const nan)) (i32.const 0x0))
    (call $is (call $ofByte (f32.const -0x1.c000000000000p+1)) (i32.const 0xfd))
    (call $is (call $ofByte (f32.const 0x1.2c80000000000p+8)) (i32.const 0x2c))
    (call $is (call $ofByte (f32.const 0x1.0000000000000p+31)) (i32.const 0x0))
    (call $is (call $ofByte (f32.const nan)) (i32.const 0x0))
    (call $is (call $ofAll (f32.const -0x1.c000000000000p+1)) (i32.const 0xfffffffd))
    (call $is (call $ofAll (f32.const 0x1.0000000000000p+31)) (i32.const 0x80000000))
    (call $is (call $ofAll (f32.const nan)) (i32.const 0x80000000))
    (call $is (call $zero (f64.const -0x1.c000000000000p+1)) (i32.const 0xfffffffd))
    (call $is (call $zero (f64.const 0x1.0000000000000p+31)) (i32.const 0x0))
    (call $is (call $narrow (f64.const -0x1.c000000000000p+1)) (i32.const 0xfffffffd))
    (call $is (call $narrow (f64.const 0x1.0000000000000p+30)) (i32.const 0x80000000)))
  (func (export "toWide") (drop (call $wide (f64.const 0x1p31))))
  (func (export "toEqual") (drop (call $equal (f64.const 0x1p31))))
  (func (export "toNaN") (drop (call $nan (f64.const nan))))
  (func (export "toOther") (drop (call $other (f64.const inf) (f64.const 1)))))

;; ENDS values
;; TRAP toWide: integer overflow
;; TRAP toEqual: integer overflow
;; TRAP toNaN: invalid conversion to integer
;; TRAP toOther: integer overflow
