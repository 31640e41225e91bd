;; The start function runs once, after the segments and before the entry.
;; RUN: %run_all %s --no-check
(module
  (memory 1)
  (table 1 funcref)
  (elem (i32.const 0) $count)
  (data (i32.const 0) "\05\00\00\00")
  (global $runs (mut i32) (i32.const 0))
  (func $count
    (global.set $runs
      (i32.add (global.get $runs) (i32.load (i32.const 0)))))
  (func $initialize (call_indirect (i32.const 0)))
  (start $initialize)
  (func (export "_start")
    (if (i32.ne (global.get $runs) (i32.const 5)) (then (unreachable)))))
