;; A call in tail position, through a table, or at the very end of a function that
;; never returns leaves its frame for the backtrace, at every level.
;; RUN: %run_all %s --exit 134 --levels=0,1,2,3
;; CHECK: wasm trap: out of bounds memory access (address 0xffffffff, memory size 0x10000)
;; CHECK-NEXT: wasm backtrace:
;; CHECK-NEXT: 0: {{.*}}!leaf{{$}}
;; CHECK-NEXT: 1: {{.*}}!tail{{$}}
;; CHECK-NEXT: 2: {{.*}}!std::vector<int>::at{{$}}
;; CHECK-NEXT: 3: {{.*}}!never-returns{{$}}
;; CHECK-NEXT: 4: {{.*}}!<wasm function 4>{{$}}
;; CHECK-NEXT: 5: {{.*}}!start{{$}}
;; CHECK-NOT: {{.}}
(module
  (memory 1)
  (table funcref (elem $"std::vector<int>::at"))
  (func $leaf (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func $tail (param i32) (result i32) (call $leaf (local.get 0)))
  (func $"std::vector<int>::at" (param i32) (result i32)
    (i32.add (call $tail (local.get 0)) (i32.const 1)))
  (func $never-returns (param i32)
    (drop (call_indirect (param i32) (result i32) (local.get 0) (i32.const 0)))
    (unreachable))
  (func (param i64 i64 i64 i64 i64 i64 i64 i64)
    (call $never-returns (i32.wrap_i64 (local.get 7))))
  (func $start (export "_start")
    (call 4 (i64.const 0) (i64.const 0) (i64.const 0) (i64.const 0) (i64.const 0)
            (i64.const 0) (i64.const 0) (i64.const -1))))
