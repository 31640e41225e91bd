;; An exception out of the start function ends the program before its entry, with the
;; backtrace of where it was thrown, past handlers that do not catch it.
;; RUN: %run_all %s --exit 134
;; CHECK: {{^}}wasm trap: uncaught exception{{$}}
;; CHECK-NEXT: {{^}}wasm backtrace:{{$}}
;; CHECK-NEXT: {{^}}    0: [[M:[^!]+]]!thrower{{$}}
;; CHECK-NEXT: {{^}}    1: [[M]]!catches_others{{$}}
;; CHECK-NEXT: {{^}}    2: [[M]]!initialize{{$}}
;; CHECK-NOT: {{.}}
(module
  (tag $e) (tag $f)
  (global $g (mut i32) (i32.const 0))
  (func $thrower (throw $e))
  (func $catches_others (try (do (call $thrower)) (catch $f (global.set $g (i32.const 1)))))
  (func $initialize (call $catches_others) (global.set $g (i32.const 2)))
  (start $initialize)
  (func (export "_start") (unreachable)))
