;; The program's entry may be any function of type () -> (), and an unused result
;; of an import does no harm.
;; RUN: %run_all %s --no-check
(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (func (export "_start") (drop (call $yield))))
