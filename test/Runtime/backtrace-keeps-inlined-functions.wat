;; Functions whose code was inlined into others are in backtraces as if they were
;; called: where an access of theirs traps that became part of another
;; instruction, and where they call.
;; RUN: %run_all %s --exit 134 --levels=0,1,2,3
;; CHECK: wasm trap: out of bounds memory access (address 0xfffffffb, memory size 0x10000)
;; CHECK-NEXT: wasm backtrace:
;; CHECK-NEXT: 0: {{.*}}!load{{$}}
;; CHECK-NEXT: 1: {{.*}}!field{{$}}
;; CHECK-NEXT: 2: {{.*}}!recurs{{$}}
;; CHECK-NEXT: 3: {{.*}}!recurs{{$}}
;; CHECK-NEXT: 4: {{.*}}!second{{$}}
;; CHECK-NEXT: 5: {{.*}}!either{{$}}
;; CHECK-NEXT: 6: {{.*}}!start{{$}}
;; CHECK-NOT: {{.}}
(module
  (memory 1)
  (func $load (param i32) (result i32) (i32.load (local.get 0)))
  (func $field (param i32) (result i32) (i32.add (local.get 0) (call $load (local.get 0))))
  (func $recurs (param i32 i32) (result i32)
    (if (result i32) (local.get 1)
      (then (i32.add (i32.const 1) (call $recurs (local.get 0) (i32.const 0))))
      (else (i32.xor (i32.const 9) (call $field (local.get 0))))))
  ;; One call cannot stand for both.
  (func $first (param i32) (result i32) (call $recurs (local.get 0) (i32.const 1)))
  (func $second (param i32) (result i32) (call $recurs (local.get 0) (i32.const 1)))
  (func $either (param i32 i32) (result i32)
    (if (result i32) (local.get 1)
      (then (call $first (local.get 0)))
      (else (call $second (local.get 0)))))
  (func $start (export "_start")
    (i32.store (i32.const 16) (call $either (i32.const 64) (i32.load (i32.const 0))))
    (drop (call $either (i32.const -5) (i32.load (i32.const 0))))
    (i32.store (i32.const 20) (call $field (i32.const 8)))))
