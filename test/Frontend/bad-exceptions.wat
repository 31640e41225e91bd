;; Throwing and catching: operands, labels, and where a handler may stand.
;; RUN: split-file %s %t
;; RUN: not %wasmc --validate %t/tag.wat 2>&1 | FileCheck %s --check-prefix=TAG
;; RUN: not %wasmc --validate %t/throw.wat 2>&1 | FileCheck %s --check-prefix=THROW
;; RUN: not %wasmc --validate %t/ref.wat 2>&1 | FileCheck %s --check-prefix=REF
;; RUN: not %wasmc --validate %t/count.wat 2>&1 | FileCheck %s --check-prefix=COUNT
;; RUN: not %wasmc --validate %t/payload.wat 2>&1 | FileCheck %s --check-prefix=PAYLOAD
;; RUN: not %wasmc --validate %t/exnref.wat 2>&1 | FileCheck %s --check-prefix=EXNREF
;; RUN: not %wasmc --validate %t/catchtag.wat 2>&1 | FileCheck %s --check-prefix=CATCHTAG
;; RUN: not %wasmc --validate %t/label.wat 2>&1 | FileCheck %s --check-prefix=LABEL
;; RUN: not %wasmc --validate %t/rethrow.wat 2>&1 | FileCheck %s --check-prefix=RETHROW
;; RUN: not %wasmc --validate %t/body.wat 2>&1 | FileCheck %s --check-prefix=BODY
;; RUN: not %wasmc --validate %t/handler.wat 2>&1 | FileCheck %s --check-prefix=HANDLER
;; RUN: not %wasmc --validate %t/delegate.wat 2>&1 | FileCheck %s --check-prefix=DELEGATE

;--- tag.wat
;; TAG: .wat:2:16: error: unknown tag 0
(module (func (throw 0)))
;--- throw.wat
;; THROW: .wat:2:48: error: type mismatch: instruction requires [i32] but stack has [i64]
(module (tag (param i32)) (func (i64.const 5) (throw 0)))
;--- ref.wat
;; REF: .wat:2:34: error: type mismatch: instruction requires [exnref] but stack has [externref]
(module (func (param externref) (throw_ref (local.get 0))))
;--- count.wat
;; COUNT: .wat:2:22: error: type mismatch: expected 0 values for the label, got 1
(module (tag) (func (try_table (catch_ref 0 0))))
;--- payload.wat
;; PAYLOAD: .wat:2:47: error: type mismatch: expected i32, got f32
(module (tag (param f32)) (func (result i32) (try_table (catch 0 0)) (unreachable)))
;--- exnref.wat
;; EXNREF: .wat:2:35: error: type mismatch: expected externref, got (ref exn)
(module (func (result externref) (try_table (catch_all_ref 0)) (unreachable)))
;--- catchtag.wat
;; CATCHTAG: .wat:2:22: error: unknown tag 1
(module (tag) (func (try_table (catch 1 0))))
;--- label.wat
;; LABEL: .wat:2:16: error: unknown label 1
(module (func (try_table (catch_all 1))))
;--- rethrow.wat
;; RETHROW: .wat:2:46: error: invalid rethrow label
(module (func (try (do) (catch_all (try (do (rethrow 0)))))))
;--- body.wat
;; BODY: .wat:2:52: error: type mismatch: block requires [] but stack has [i64]
(module (tag (param i64)) (func (try (do) (catch 0))))
;--- handler.wat
;; HANDLER: .wat:2:42: error: unknown tag 3
(module (tag) (func (try (do) (catch 0) (catch 3))))
;--- delegate.wat
;; DELEGATE: .wat:2:26: error: unknown label 1
(module (func (try (do) (delegate 1))))
