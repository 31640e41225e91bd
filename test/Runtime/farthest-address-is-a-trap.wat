;; Index and offset are unsigned and their sum has 33 bits: the farthest access
;; is a trap, not an access somewhere else.
;; RUN: %run_all %s --exit 134

;; CHECK: {{^}}wasm trap: out of bounds memory access (address 0x1fffffff{{[0-9a-f]}}, memory size 0x10000){{$}}
(module
  (memory 1)
  (func $load (param i32) (result i64)
    (i64.load offset=0xffffffff (local.get 0)))
  (func (export "_start") (drop (call $load (i32.const -1)))))
