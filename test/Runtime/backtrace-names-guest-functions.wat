;; A backtrace names guest functions from the innermost one outwards, with the
;; module's name; functions without a name are numbered, and the runtime's own
;; do not appear.
;; RUN: %run_all %s --exit 134

;; CHECK: {{^}}wasm trap: unreachable{{$}}
;; CHECK-NEXT: {{^}}wasm backtrace:{{$}}
;; CHECK-NEXT: {{^}}    0: [[M:[^!]+]]!inner{{$}}
;; CHECK-NEXT: {{^}}    1: [[M]]!middle{{$}}
;; CHECK-NEXT: {{^}}    2: [[M]]!<wasm function 2>{{$}}
;; CHECK-NOT: {{.}}
(module
  (global $g (mut i32) (i32.const 0))
  (func $inner (unreachable))
  (func $middle
    (call $inner)
    (global.set $g (i32.const 1)))
  (func (export "_start")
    (call $middle)
    (global.set $g (i32.const 2))))
