;; A call that does not end is found, and so is what came before it.
;; RUN: %expect_exit 1 %wast --timeout=2 %s | FileCheck %s
;; CHECK: bad-endless.wast:[[@LINE+6]]: this command did not end: the program did not end in 2 s
;; CHECK: bad-endless.wast:[[@LINE+6]]: not reached
;; CHECK: 2 passed, 2 failed, 0 skipped
(module (func (export "short"))
  (func (export "endless") (loop (br 0))))
(invoke "short")
(invoke "endless")
(invoke "short")
