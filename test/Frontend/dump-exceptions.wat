;; --dump shows tags and their names, the clauses of a try_table, and the handlers
;; of a legacy try; what follows an end of control is validated as any code.
;; RUN: %wasmc --validate %s
;; RUN: %wasmc --dump %s | FileCheck %s --match-full-lines --strict-whitespace

(module
  (import "m" "t" (tag $imported (param i32)))
  (tag $own (export "own") (param i64 f32))
  (func
    (block $l (result i32 exnref)
      (try_table (result i64) (catch_ref $imported $l) (catch_all 1)
        (throw_ref (ref.null exn)) (drop))
      (unreachable))
    (drop) (drop))
  (func
    (try $t (param) (do (try (do (throw $imported (i32.const 1))) (delegate $t)))
      (catch $own (drop) (drop))
      (catch_all (rethrow $t)))
    (try (do) (catch_all))))

;;      CHECK:import tag 0: "m" "t"
;; CHECK-NEXT:tag 0 "imported": (i32) -> ()
;; CHECK-NEXT:tag 1 "own": (i64, f32) -> ()
;; CHECK-NEXT:export "own": tag 1
;;      CHECK:  0x{{[0-9a-f]+}}:   block (result i32 exnref)
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     try_table (result i64) (catch_ref 0 0) (catch_all 1)
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       ref.null exnref
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       throw_ref
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       drop
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     end
;;      CHECK:  0x{{[0-9a-f]+}}:   try
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     try
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       i32.const 1
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:       throw 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     delegate 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   catch 1
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     drop
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     drop
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   catch_all
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:     rethrow 0
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   end
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   try
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   catch_all
;; CHECK-NEXT:  0x{{[0-9a-f]+}}:   end
