;; What a value put into a ring leads to is fetched when it is put there, as the
;; value taken out says how it will be used.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -O2 --target=windows -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %s -O1 --target=linux -S -emit-llvm -o - | FileCheck %s --check-prefix=O1
;; RUN: %run_all %s --no-check --levels=0,2,3
;; O1-NOT: @llvm.prefetch
(module
  (memory 1)

  ;; CHECK-LABEL: @wasm.row(
  ;; CHECK: store i32 %1, ptr
  ;; CHECK: [[HASH:%.*]] = lshr i32 %1, 3
  ;; CHECK: [[ROW:%.*]] = and i32 [[HASH]], 536870880
  ;; CHECK: zext i32 [[ROW]]
  ;; CHECK: getelementptr {{.*}} i64 4096
  ;; CHECK: call void @llvm.prefetch
  ;; CHECK: getelementptr {{.*}} i64 4160
  ;; CHECK: call void @llvm.prefetch
  ;; CHECK-NOT: @llvm.prefetch
  ;; CHECK: ret i32
  (func $row (export "row") (param $i i32) (param $next i32) (result i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.shl (i32.and (local.get $i) (i32.const 7)) (i32.const 2)))
    (local.set $now (i32.load offset=64 (local.get $slot)))
    (i32.store offset=64 (local.get $slot) (local.get $next))
    (local.set $now (i32.and (i32.shr_u (local.get $now) (i32.const 3)) (i32.const 0x1fffffe0)))
    (i32.load offset=4096 (i32.add (local.get $now)
      (i32.shl (i32.and (local.get $i) (i32.const 31)) (i32.const 2)))))

  ;; A ring that is part of something else, stored to by way of it.
  ;; CHECK-LABEL: @wasm.field(
  ;; CHECK: call void @llvm.prefetch
  ;; CHECK-NOT: @llvm.prefetch
  ;; CHECK: ret i32
  (func $field (export "field") (param $i i32) (param $next i32) (param $ring i32) (result i32)
    (local $slot i32) (local $now i32)
    (local.set $slot (i32.add (local.get $ring) (i32.and (local.get $i) (i32.const 60))))
    (local.set $now (i32.load (local.get $slot)))
    (i32.store (local.get $slot) (local.get $next))
    (i32.store8 offset=8192 (local.get $now) (local.get $i))
    (local.get $now))

  ;; Values beyond memory lead nowhere until they are taken out.
  (func (export "_start") (local $i i32)
    (loop $fill
      (i32.store offset=64 (i32.shl (local.get $i) (i32.const 2)) (i32.shl (local.get $i) (i32.const 8)))
      (i32.store offset=4096 (i32.mul (local.get $i) (i32.const 36)) (local.get $i))
      (br_if $fill (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 8))))
    (if (i32.ne (call $row (i32.const 7) (i32.const -1)) (i32.const 7)) (then unreachable))
    (if (i32.ne (call $row (i32.const 5) (i32.const 768)) (i32.const 5)) (then unreachable))
    (if (i32.ne (call $row (i32.const 5) (i32.const -1)) (i32.const 0)) (then unreachable))
    (if (i32.ne (call $field (i32.const 4) (i32.const -1) (i32.const 64)) (i32.const 256)) (then unreachable))
    (if (i32.ne (i32.load offset=8192 (i32.const 256)) (i32.const 4)) (then unreachable))))
