;; Float instructions as IR: plain LLVM instructions without fast-math flags, but
;; for those forms that LLVM would fold to their operand.
;; RUN: %wasmc %s -O0 -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -O2 -S -emit-llvm -o - | FileCheck %s --check-prefix=KEPT
(module
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.add(
  ;; CHECK: fadd double %0, %1
  (func $add (param f64 f64) (result f64) (f64.add (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.times-two(
  ;; CHECK: fmul float %0, 2.000000e+00
  (func $times-two (param f32) (result f32) (f32.mul (local.get 0) (f32.const 2)))
  ;; CHECK-LABEL: @wasm.times-one(
  ;; CHECK: call float @llvm.experimental.constrained.fmul.f32(float %0, float 1.000000e+00
  ;; KEPT-LABEL: @wasm.times-one(
  ;; KEPT: constrained.fmul
  (func $times-one (param f32) (result f32) (f32.mul (local.get 0) (f32.const 1)))
  ;; CHECK-LABEL: @wasm.minus-zero(
  ;; CHECK: call double @llvm.experimental.constrained.fsub.f64(double %0, double 0.000000e+00
  ;; KEPT-LABEL: @wasm.minus-zero(
  ;; KEPT: constrained.fsub
  (func $minus-zero (param f64) (result f64) (f64.sub (local.get 0) (f64.const 0)))
  ;; CHECK-LABEL: @wasm.there-and-back(
  ;; CHECK: [[W:%.*]] = fpext float %0 to double
  ;; CHECK-NEXT: call float @llvm.experimental.constrained.fptrunc.f32.f64(double [[W]]
  ;; KEPT-LABEL: @wasm.there-and-back(
  ;; KEPT: constrained.fptrunc
  (func $there-and-back (param f32) (result f32)
    (f32.demote_f64 (f64.promote_f32 (local.get 0))))
  ;; KEPT-LABEL: @wasm.sign(
  ;; KEPT: constrained.fmul
  (func $sign (param f64 i32) (result f64)
    (f64.mul (local.get 0)
      (select (f64.const 1) (f64.const -1) (local.get 1))))
  ;; CHECK-LABEL: @wasm.negate(
  ;; CHECK: fneg float %0
  (func $negate (param f32) (result f32) (f32.neg (local.get 0)))
  ;; CHECK-LABEL: @wasm.nearest(
  ;; CHECK: call double @llvm.roundeven.f64(double %0)
  (func $nearest (param f64) (result f64) (f64.nearest (local.get 0)))
  ;; CHECK-LABEL: @wasm.different(
  ;; CHECK: fcmp une float %0, %1
  (func $different (param f32 f32) (result i32) (f32.ne (local.get 0) (local.get 1)))
  ;; CHECK-LABEL: @wasm.constant(
  ;; CHECK: ret double 0x7FF0000000000001
  (func $constant (result f64) (f64.const nan:0x1))
  ;; CHECK-LABEL: @wasm.truncate(
  ;; CHECK: fcmp uno double %0, %0
  ;; CHECK: fcmp ule double %0, 0xC1E0000000200000
  ;; CHECK: fcmp uge double %0, 0x41E0000000000000
  ;; CHECK: fptosi double %0 to i32
  (func $truncate (param f64) (result i32) (i32.trunc_f64_s (local.get 0)))
  ;; CHECK-LABEL: @wasm.saturate(
  ;; CHECK: call i64 @llvm.fptoui.sat.i64.f32(float %0)
  (func $saturate (param f32) (result i64) (i64.trunc_sat_f32_u (local.get 0)))
  ;; CHECK-NOT: {{ (fast|nnan|ninf|nsz|contract|reassoc) }}
)
