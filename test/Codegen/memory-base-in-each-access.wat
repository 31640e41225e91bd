;; The constant address of memory is part of each access, not kept in a register:
;; all that a function needs is the indices.
;; RUN: %wasmc %s -O2 --target=linux -S -o - | FileCheck %s
;; RUN: %wasmc %s -O2 --target=linux --mem-base=load -S -o - | FileCheck %s --check-prefix=LOADED
(module
  (memory 1)
  (func $next (export "next"))
  (func (export "_start"))
  ;; CHECK-LABEL: wasm.links:
  ;; CHECK-NOT: $268435456
  ;; CHECK: 268435456(%r
  ;; CHECK-NOT: $268435456
  ;; CHECK: .Lfunc_end
  ;; LOADED-LABEL: wasm.links:
  ;; LOADED: movq wasmc_memory(%rip),
  ;; LOADED-NOT: 268435456
  ;; LOADED: .Lfunc_end
  (func $links (export "links") (param $node i32) (param $n i32) (result i32)
    (local $sum i32)
    (loop $again
      (block $second (block $first
        (br_if $first (i32.load (local.get $node)))
        (call $next)
        (local.set $node (i32.load (i32.add (local.get $node) (local.get $n))))
        (br $second))
        (i32.store (i32.mul (local.get $node) (local.get $n)) (local.get $sum))
        (local.set $node (i32.load (i32.sub (local.get $node) (local.get $n)))))
      (local.set $sum (i32.add (local.get $sum)
        (i32.load (i32.xor (local.get $sum) (local.get $n)))))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.add (local.get $sum) (i32.load (local.get $node)))))
