;; An error names the line, the function and what is wrong.
;; RUN: not %wasmc %s -o %t 2>&1 | FileCheck %s
;; CHECK: bad-type.wat:[[@LINE+4]]:{{[0-9]+}}: error: type mismatch
;; CHECK-NEXT: in function 0 'f'
(module
  (func $f (export "_start") (result i32)
    f32.const 1))
