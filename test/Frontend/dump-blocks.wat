;; --dump indents instructions by the blocks around them.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc --dump %t.wasm | FileCheck %s --match-full-lines --strict-whitespace

(module
  (func (param i32) (result i32)
    (block $out
      (loop $again
        (br_if $again (local.get 0))
        (br_table $again $out $again (local.get 0))))
    (if (result i32) (local.get 0) (then (i32.const 1)) (else (i32.const 2)))))

;;      CHECK:  0x{{[0-9a-f]+}}:   block
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     loop
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       local.get 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       br_if 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       local.get 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       br_table 0 1 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     end
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   end
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   local.get 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   if (result i32)
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     i32.const 1
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   else
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     i32.const 2
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   end
;; CHECK-NEXT:  0x{{[0-9a-f]+}}: end
