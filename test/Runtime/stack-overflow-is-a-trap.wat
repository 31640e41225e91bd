;; Recursion without end exhausts the stack, which is a trap with a backtrace.
;; RUN: %run_all %s --exit 134

;; CHECK: {{^}}wasm trap: call stack exhausted{{$}}
;; CHECK-NEXT: wasm backtrace:
;; CHECK-NEXT: {{^}}    0: {{.*}}!
;; CHECK: more frames
;; CHECK: {{^ *[0-9]+}}: {{.*}}!pong
;; CHECK: {{^ *[0-9]+}}: {{.*}}!ping
;; CHECK: {{^ *[0-9]+}}: {{.*}}!_start{{$}}
;; CHECK-NOT: {{.}}
(module
  (global $g (mut i32) (i32.const 0))
  (func $ping (param i32) (result i32)
    (i32.add (i32.const 1) (call $pong (local.get 0))))
  (func $pong (param i32) (result i32)
    (i32.xor (i32.const 5) (call $ping (local.get 0))))
  (func $_start (export "_start")
    (global.set $g (call $ping (i32.const 1)))))
