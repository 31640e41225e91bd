;; ref.func in a body names a function that the module mentions outside of bodies;
;; being the start function is not enough.
;; RUN: %assemble %s -o %t.wasm
;; RUN: not %wasmc --validate %t.wasm 2>&1 | FileCheck %s

;; CHECK: .wasm:0x1a: error: undeclared function reference 0
;; CHECK-NEXT: {{^}}  in function 0 'f', at ref.func
(module
  (start $f)
  (func $f ref.func $f drop))
