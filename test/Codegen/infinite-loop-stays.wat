;; An empty loop without end is not undefined behaviour: it runs for ever.
;; RUN: %assemble %s -o %t.wasm
;; RUN: %wasmc %t.wasm -o %t0 -O0 && %expect_exit 124 timeout 1 %t0
;; RUN: %wasmc %t.wasm -o %t1 -O1 && %expect_exit 124 timeout 1 %t1
;; RUN: %wasmc %t.wasm -o %t2 -O2 && %expect_exit 124 timeout 1 %t2
;; RUN: %wasmc %t.wasm -o %t3 -O3 && %expect_exit 124 timeout 1 %t3
;; RUN: %wasmc %t.wasm -o %ts -Os && %expect_exit 124 timeout 1 %ts
;; RUN: %wasmc %t.wasm -o %tz -Oz && %expect_exit 124 timeout 1 %tz
;; RUN: %wasmc %t.wasm -o %t4 -O2 --entry=condition && %expect_exit 124 timeout 1 %t4
;; RUN: %wasmc %t.wasm -o %t5 -O2 --entry=counting && %expect_exit 124 timeout 1 %t5
;; RUN: %wasmc %t.wasm -o %t0.exe -O0
;; RUN: env WASMC_RUN_TIMEOUT=5 %expect_exit 124 %run_windows %t0.exe
;; RUN: %wasmc %t.wasm -o %t2.exe -O2
;; RUN: env WASMC_RUN_TIMEOUT=5 %expect_exit 124 %run_windows %t2.exe
(module
  (func (export "_start")
    (loop (br 0))
    (unreachable))
  (func (export "condition")
    (loop (br_if 0 (i32.const 1)))
    (unreachable))
  (func (export "counting") (local i32)
    (loop
      (local.set 0 (i32.add (local.get 0) (i32.const 1)))
      (br 0))
    (unreachable)))
