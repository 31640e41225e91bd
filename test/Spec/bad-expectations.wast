;; A command that does something else than the script says fails, with its line,
;; what was expected and what came.
;; RUN: %expect_exit 1 %run_wast %s > %t
;; RUN: FileCheck %s --match-full-lines --implicit-check-not="[linux -O0]" < %t
;; RUN: FileCheck %s --check-prefix=COUNTS < %t
;; COUNTS: linux -O0: 3 passed, 26 failed, 0 skipped
;; COUNTS: linux -O2: 3 passed, 26 failed, 0 skipped
;; COUNTS: windows -O2: 3 passed, 26 failed, 0 skipped

(module $m (memory 1)
  (func (export "i32") (result i32) (i32.const 1))
  (func (export "f32") (param f32) (result f32) (local.get 0))
  (func (export "f64") (param f64) (result f64) (local.get 0))
  (func (export "v128") (param v128) (result v128) (local.get 0))
  (func (export "extern") (param externref) (result externref) (local.get 0))
  (func (export "func") (result funcref) (ref.null func))
  (func (export "trap") (unreachable))
  (func (export "none"))
  (func (export "two") (result i32 i64) (i32.const 1) (i64.const 2)))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (i32.const 2), got (i32.const 1)
(assert_return (invoke "i32") (i32.const 2))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (i64.const 1), got (i32.const 1)
(assert_return (invoke "i32") (i64.const 1))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected no result, got (i32.const 1)
(assert_return (invoke "i32"))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (either (i32.const 0) (i32.const -1)), got (i32.const 1)
(assert_return (invoke "i32") (either (i32.const 0) (i32.const -1)))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (f32.const 0x0p0), got (f32.const -0x0p0)
(assert_return (invoke "f32" (f32.const -0)) (f32.const 0))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (f32.const nan:arithmetic), got (f32.const nan:0x200000)
(assert_return (invoke "f32" (f32.const nan:0x200000)) (f32.const nan:arithmetic))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (f64.const nan:canonical), got (f64.const nan:0x8000000000001)
(assert_return (invoke "f64" (f64.const nan:0x8000000000001)) (f64.const nan:canonical))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (f64.const inf), got (f64.const 0x1.8p0)
(assert_return (invoke "f64" (f64.const 1.5)) (f64.const inf))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (v128.const i16x8 1 2 3 4 5 6 7 9), got (v128.const i16x8 1 2 3 4 5 6 7 8)
(assert_return (invoke "v128" (v128.const i16x8 1 2 3 4 5 6 7 8)) (v128.const i16x8 1 2 3 4 5 6 7 9))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (ref.extern 2), got (ref.extern 1)
(assert_return (invoke "extern" (ref.extern 1)) (ref.extern 2))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (ref.null), got (ref.extern 0)
(assert_return (invoke "extern" (ref.extern 0)) (ref.null extern))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (ref.func), got (ref.null)
(assert_return (invoke "func") (ref.func))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (i32.const 1) (i64.const 3), got (i32.const 1) (i64.const 2)
(assert_return (invoke "two") (i32.const 1) (i64.const 3))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected no result, got the trap 'unreachable'
(assert_return (invoke "trap"))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected no trap, got the trap 'unreachable'
(invoke "trap")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected the trap 'integer overflow', got the trap 'unreachable'
(assert_trap (invoke "trap") "integer overflow")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected the trap 'call stack exhausted', got no result
(assert_exhaustion (invoke "none") "call stack exhausted")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected an exception, got no result
(assert_exception (invoke "none"))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: the module exports no function 'other'
(invoke "other")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected the trap 'unreachable', got no result
(assert_trap (module (func)) "unreachable")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected the module to be invalid (type mismatch), got no error
(assert_invalid (module) "type mismatch")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected the module to be malformed (unexpected end), got invalid: type mismatch{{.*}}
(assert_malformed (module (func (result i32))) "unexpected end")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected the module to be invalid (unknown), got 'type mismatch{{.*}}'
(assert_invalid (module (func (result i32))) "unknown")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected a module that cannot be linked (unknown import), got no result
(assert_unlinkable (module) "unknown import")
(assert_trap (invoke "trap") "unreachable")
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: {{.*}}unknown import: function 'a.b' () -> (){{.*}}
(module (import "a" "b" (func)))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: there is no module
(invoke "none")
(assert_return (invoke $m "none"))
