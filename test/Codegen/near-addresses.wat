;; After an access at an index, the index plus a constant is known not to wrap:
;; the constant becomes an offset, and LLVM sees which addresses are the same.
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1)
  (func (export "_start"))

  ;; The value that was stored is not loaded again.
  ;; CHECK-LABEL: @wasm.forwarded(
  ;; CHECK: store i32 %1
  ;; CHECK-NOT: load
  ;; CHECK: ret i32 %1
  (func $forwarded (export "a") (param $p i32) (param $v i32) (result i32)
    (i32.store offset=8 (local.get $p) (local.get $v))
    (i32.load (i32.add (local.get $p) (i32.const 8))))

  ;; Nothing is known before the access, on another path, too far above, or
  ;; below.
  ;; CHECK-LABEL: @wasm.loaded(
  ;; CHECK: add i32 %0, 8
  ;; CHECK: add i32 %[[P:.*]], 65600
  ;; CHECK: add i32 %[[P]], -8
  ;; CHECK: ret i32
  (func $loaded (export "b") (param $p i32) (param $v i32) (result i32)
    (local $r i32)
    (local.set $r (i32.load (i32.add (local.get $p) (i32.const 8))))
    (if (local.get $v)
      (then (i32.store offset=4 (local.get $p) (local.get $v))))
    (i32.store (i32.add (local.get $p) (i32.const 65600)) (local.get $r))
    (i32.add (local.get $r)
      (i32.load (i32.add (local.get $p) (i32.const -8))))))
