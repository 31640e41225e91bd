;; Exceptions as IR: an invoke within a try, with a landing pad that lists what all
;; tries around catch; a plain call elsewhere, and of what cannot throw. A module without exceptions has none
;; of this and its functions do not throw.
;; RUN: split-file %s %t
;; RUN: %wasmc %t/throws.wat -O0 -S -emit-llvm -o - | FileCheck %s
;; RUN: %wasmc %t/plain.wat -O0 -S -emit-llvm -o - | FileCheck %s --check-prefix=PLAIN

;--- throws.wat
;; CHECK: @wasmc.tag.0 = hidden constant i64 24
;; CHECK-LABEL: define hidden fastcc void @wasm.thrower(i32 %0)
;; CHECK: [[E:%.*]] = call ptr @wasmc_exception_new(ptr @wasmc.tag.0)
;; CHECK: store i32 %0, ptr
;; CHECK: call void @wasmc_throw(ptr [[E]]) #[[NORETURN:[0-9]+]]
;; CHECK-NEXT: unreachable
;; CHECK-LABEL: @wasm.tries() #{{[0-9]+}} personality ptr @wasmc_personality
;; CHECK: invoke fastcc void @wasm.thrower(i32 1)
;; CHECK-NEXT: to label %{{.*}} unwind label
;; CHECK: call i32 @wasmc_{{.*}}sched_yield()
;; CHECK-NEXT: call fastcc void @wasm.quiet()
;; CHECK: landingpad { ptr, i32 }
;; CHECK-NEXT: catch ptr @wasmc.tag.0
;; CHECK-NEXT: catch ptr null
;; CHECK: invoke fastcc void %{{.*}}()
;; CHECK-LABEL: @wasm.nothing_caught()
;; CHECK-NOT: personality
;; CHECK: call fastcc void @wasm.thrower(i32 1)
;; CHECK: attributes #[[NORETURN]] = { noreturn }
(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (memory 1)
  (table funcref (elem $quiet))
  (tag $e (param i32))
  (func $quiet)
  (func $thrower (param i32) (throw $e (local.get 0)))
  (func $tries (block $h
    (try_table (catch_all $h)
      (try (do (call $thrower (i32.const 1)) (drop (call $yield))
               (call $quiet) (call_indirect (i32.const 0))) (catch $e (drop))))))
  (func $nothing_caught (try (do (call $thrower (i32.const 1)))))
  (func (export "_start")))

;--- plain.wat
;; PLAIN-NOT: {{invoke|landingpad|personality|wasmc_exception|wasmc_throw}}
;; PLAIN: attributes #0 = { nounwind uwtable
(module
  (func $f)
  (func (export "_start") (call $f)))
