;; Threads of a script run at the same time, see the modules that are shared
;; with them, and have ended after their "wait".
;; RUN: %run_wast %s | FileCheck %s
;; CHECK: linux -O0: 24 passed, 0 failed, 0 skipped
;; CHECK: linux -O2: 24 passed, 0 failed, 0 skipped
;; CHECK: windows -O2: 24 passed, 0 failed, 0 skipped

(module $m (memory (export "memory") 1 1 shared))

;; Sleeps until the other notifies it, which does so until somebody woke.
(thread $sleeper (shared (module $m))
  (register "m" $m)
  (module (memory (import "m" "memory") 1 1 shared)
    (func (export "sleep") (result i32)
      (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1))))
  (assert_return (invoke "sleep") (i32.const 0)))
(thread $waker (shared (module $m))
  (register "m" $m)
  (module (memory (import "m" "memory") 1 1 shared)
    (func (export "wake") (result i32)
      (local $woken i32)
      (loop $again
        (br_if $again (i32.eqz (local.tee $woken
          (memory.atomic.notify (i32.const 0) (i32.const 1))))))
      (local.get $woken)))
  (assert_return (invoke "wake") (i32.const 1)))
(wait $sleeper)
(wait $waker)

;; Both change the same word of one memory.
(thread $a (shared (module $m))
  (register "m" $m)
  (module (memory (import "m" "memory") 1 1 shared)
    (func (export "count") (param $n i32)
      (loop $next
        (drop (i32.atomic.rmw.add (i32.const 8) (i32.const 1)))
        (br_if $next
          (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))
  (invoke "count" (i32.const 100000)))
(thread $b (shared (module $m))
  (register "m" $m)
  (module (memory (import "m" "memory") 1 1 shared)
    (func (export "count") (param $n i32)
      (loop $next
        (drop (i32.atomic.rmw.sub (i32.const 8) (i32.const 3)))
        (br_if $next
          (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))
  (invoke "count" (i32.const 100000)))
(wait $a)
(wait $b)

(register "m" $m)
(module (memory (import "m" "memory") 1 1 shared)
  (func (export "counted") (result i32) (i32.load (i32.const 8))))
(assert_return (invoke "counted") (i32.const -200000))
