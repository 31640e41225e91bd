;; An address that goes from block to block is extended to 64 bits where it is
;; computed (ExtendOnce.h), and wraps at 32 bits all the same.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
;; RUN: %run_all %s --no-check
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory 1)
  (data (i32.const 0) "\02\01\00\05\06\00")
  (tag $thrown (param i32))

  ;; The pointer is a phi of 64 bits; its step is not known.
  ;; CHECK-LABEL: @wasm.walk(
  ;; CHECK: %[[P:.*]] = phi i64
  ;; CHECK-NOT: zext i32 %[[P]]
  ;; CHECK: getelementptr i8, ptr inttoptr (i64 [[#]] to ptr), i64 %[[P]]
  ;; CHECK: ret i32
  (func $walk (export "walk") (param $p i32) (result i32) (local $n i32)
    (loop $next
      (if (local.tee $n (i32.load8_u (local.get $p)))
        (then
          (local.set $p (i32.add (local.get $p)
            (i32.mul (local.get $n) (i32.const 0x80000001))))
          (br $next))))
    (local.get $p))

  ;; An address known in another block folds into the access.
  ;; CHECK-LABEL: @wasm.brought(
  ;; CHECK: %[[P:.*]] = zext i32 %0 to i64
  ;; CHECK: else:
  ;; CHECK: getelementptr i8, ptr inttoptr (i64 [[#]] to ptr), i64 %[[P]]
  ;; CHECK-NEXT: store i32 0
  (func $brought (export "brought") (param $p i32)
    (if (i32.load offset=8 (local.get $p))
      (then (call $exit (local.get $p)))
      (else (i32.store offset=8 (local.get $p) (i32.const 0)))))

  ;; One used in its own block is extended there.
  ;; CHECK-LABEL: @wasm.local(
  ;; CHECK: %[[SUM:.*]] = add i32
  ;; CHECK-NOT: trunc
  ;; CHECK: ret i32
  (func $local (export "local") (param $p i32) (param $q i32) (result i32)
    (local.set $p (i32.add (local.get $p) (local.get $q)))
    (i32.add (i32.load8_u (local.get $p)) (local.get $p)))

  ;; A counter keeps its type: loop passes of the back end understand it.
  ;; CHECK-LABEL: @wasm.counted(
  ;; CHECK: loop:
  ;; CHECK-NOT: phi i64
  ;; CHECK: label:
  (func $counted (export "counted") (param $i i32) (result i32) (local $sum i32)
    (loop $next
      (if (i32.and (local.get $i) (local.get $sum))
        (then (local.set $sum (i32.load8_u (local.get $i)))))
      (local.set $sum (i32.add (local.get $sum) (i32.const 3)))
      (local.set $i (i32.add (local.get $i) (i32.const 5)))
      (br_if $next (i32.ne (local.get $i) (i32.const 500))))
    (local.get $sum))

  ;; What a call that may throw returns, or throws, comes by an edge that has no
  ;; room behind the call.
  ;; CHECK-LABEL: @wasm.called(
  ;; CHECK: ret i32
  (func $called (export "called") (param $p i32) (result i32)
    (block $caught (result i32)
      (try_table (result i32) (catch $thrown $caught)
        (call $throws (local.get $p))))
    (local.set $p)
    (loop $next
      (if (i32.load8_u (local.get $p))
        (then
          (local.set $p
            (block $again (result i32)
              (try_table (result i32) (catch $thrown $again)
                (call $throws (local.get $p)))))
          (br $next))))
    (local.get $p))
  (func $throws (param i32) (result i32)
    (if (i32.and (local.get 0) (i32.const 1))
      (then (throw $thrown (i32.add (local.get 0) (i32.const 3)))))
    (i32.add (local.get 0) (i32.const 1)))

  (func $check (param $n i32) (param $is i32) (param $want i32)
    (if (i32.ne (local.get $is) (local.get $want))
      (then (call $exit (local.get $n)))))
  (func (export "_start")
    ;; 0 + 2 * 0x80000001 = 2
    (call $check (i32.const 1) (call $walk (i32.const 0)) (i32.const 2))
    (i32.store8 (i32.const 0xfff0) (i32.const 18))
    (call $check (i32.const 2) (call $local (i32.const 0xfffffff0) (i32.const 0x13)) (i32.const 8))
    (call $check (i32.const 3) (call $called (i32.const 0)) (i32.const 5))
    (call $check (i32.const 4) (call $counted (i32.const 0)) (i32.const 3))
    (i32.store (i32.const 108) (i32.const 0))
    (call $brought (i32.const 100))))
