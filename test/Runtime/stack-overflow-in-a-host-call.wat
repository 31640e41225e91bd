;; The stack may end while runtime code runs for the guest: still the guest's
;; trap. Every level calls the host, whose frames are larger than the guest's,
;; so the end is most likely there.
;; RUN: %run_all %s --exit 134

;; CHECK: {{^}}wasm trap: call stack exhausted{{$}}
;; CHECK-NEXT: wasm backtrace:
;; CHECK-NEXT: {{^}}    0: {{.*}}!
;; CHECK: {{^ *[0-9]+}}: {{.*}}!down
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func $down (result i32)
    (i32.add (call $fd_write (i32.const 1) (i32.const 0) (i32.const 0)
                             (i32.const 8))
             (call $down)))
  (func (export "_start") (drop (call $down))))
