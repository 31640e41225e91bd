;; What fails in a thread fails with its line; a thread is waited for once, and
;; sees only what is shared with it.
;; RUN: %expect_exit 1 %run_wast %s > %t
;; RUN: FileCheck %s --match-full-lines --implicit-check-not="[linux -O0]" < %t
;; RUN: FileCheck %s --check-prefix=COUNTS < %t
;; COUNTS: linux -O0: 4 passed, 5 failed, 0 skipped
;; COUNTS: linux -O2: 4 passed, 5 failed, 0 skipped
;; COUNTS: windows -O2: 4 passed, 5 failed, 0 skipped

(module $m (func (export "one") (result i32) (i32.const 1)))
(thread $t (shared (module $m))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: expected (i32.const 2), got (i32.const 1)
  (assert_return (invoke $m "one") (i32.const 2))
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: there is no module $other
  (invoke $other "one")
  (assert_return (invoke $m "one") (i32.const 1)))
(wait $t)
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: there is no thread $t
(wait $t)
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: there is no thread $none
(wait $none)
;; CHECK: [linux -O0] {{.*}}:[[@LINE+1]]: there is no module $none
(thread $u (shared (module $none)))
