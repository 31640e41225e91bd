;; What is wrong with a module in the text format is told by line and column,
;; also when the validator finds it.
;; RUN: not %wasmc --validate %s 2>&1 | FileCheck %s
;; CHECK: positions.wat:[[# @LINE + 5]]:6: error: type mismatch: instruction requires [i32] but stack has [i64]
;; CHECK-NEXT: in function 0 'f', at i32.add
(module
  (func $f (result i32)
    (nop)
    (i32.add
      (i32.const 1)
      (i64.const 2))))
