;; Imports that WASI does not have, in one message.
;; RUN: not %wasmc %s -o %t 2>&1 | FileCheck %s
;; CHECK: error: imports that cannot be resolved:
;; CHECK-NEXT:   unknown import: function 'wasi_unstable.sock_accept'
;; CHECK-NEXT:   unknown import: function 'wasi_unstable.fd_sneeze'
;; CHECK-NEXT:   unknown import: function 'wasi_snapshot_preview2.fd_close'
;; CHECK-NEXT:   unknown import: memory 'wasi_unstable.fd_close'
;; CHECK-NEXT:   incompatible import type: function 'wasi_unstable.fd_seek' {{.*}}, but WASI defines it as
;; CHECK-NOT: fd_tell
(module
  (import "wasi_unstable" "sock_accept" (func (param i32 i32 i32) (result i32)))
  (import "wasi_unstable" "fd_sneeze" (func))
  (import "wasi_snapshot_preview2" "fd_close" (func (param i32) (result i32)))
  (import "wasi_unstable" "fd_close" (memory 1))
  (import "wasi_unstable" "fd_seek" (func (param i32)))
  (import "wasi_unstable" "fd_tell" (func (param i32 i32) (result i32)))
  (func (export "_start")))
