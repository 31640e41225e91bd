;; Short arms of a branch become a select; long ones do not, nor do those with a
;; load, whose trap belongs to one path.
;;
;; RUN: %wasmc %s -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
(module
  (memory 1)
  (func (export "_start"))
  ;; CHECK-LABEL: define{{.*}} @wasm.valueOrSpace(
  ;; CHECK-NOT: br i1
  ;; CHECK: select i1
  ;; CHECK: ret
  (func $valueOrSpace (export "valueOrSpace") (param $c i32) (result i32)
    (if (result i32)
        (i32.lt_u (i32.sub (local.get $c) (i32.const 48)) (i32.const 10))
      (then (i32.sub (local.get $c) (i32.const 48)))
      (else (i32.or (i32.eq (local.get $c) (i32.const 32))
                    (i32.lt_u (i32.sub (local.get $c) (i32.const 9))
                              (i32.const 5))))))
  ;; CHECK-LABEL: define{{.*}} @wasm.long(
  ;; CHECK: br i1
  (func $long (export "long") (param $c i32) (result i32)
    (if (result i32) (i32.lt_u (local.get $c) (i32.const 10))
      (then (local.get $c))
      (else
        (i32.mul
          (i32.xor
            (i32.mul (i32.add (local.get $c) (i32.const 99)) (local.get $c))
            (i32.rotl (local.get $c) (i32.const 5)))
          (i32.add
            (i32.mul (i32.xor (local.get $c) (i32.const 77)) (local.get $c))
            (i32.shr_u (local.get $c) (i32.const 3)))))))
  ;; CHECK-LABEL: define{{.*}} @wasm.loads(
  ;; CHECK: br i1
  ;; CHECK: load i32
  (func $loads (export "loads") (param $c i32) (result i32)
    (if (result i32) (i32.lt_u (local.get $c) (i32.const 10))
      (then (local.get $c))
      (else (i32.load (local.get $c))))))
