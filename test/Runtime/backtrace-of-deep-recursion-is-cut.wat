;; The 50 innermost and the 10 outermost frames are shown, the rest counted.
;; RUN: %run_all %s --exit 134

;; CHECK: wasm trap: unreachable
;; CHECK-NEXT: wasm backtrace:
;; CHECK-NEXT: {{^}}    0: {{.*}}!down
;; CHECK: {{^}}   49: {{.*}}!down
;; CHECK-NEXT: {{^}}    ... 99942 more frames
;; CHECK-NEXT: {{^}}99992: {{.*}}!down
;; CHECK: {{^}}100000: {{.*}}!down
;; CHECK-NEXT: {{^}}100001: {{.*}}!_start
;; CHECK-NOT: {{.}}
(module
  (func $down (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (unreachable)))
    (i32.add (i32.const 1)
             (call $down (i32.sub (local.get $n) (i32.const 1)))))
  (func $_start (export "_start")
    (drop (call $down (i32.const 100000)))))
