;; memory.grow answers the old size, keeps the contents, gives zeros, and past
;; the maximum answers -1 and changes nothing; beyond the new end is a trap.
;; RUN: %run_all %s --exit 134

;; CHECK: {{^}}wasm trap: out of bounds memory access (address 0x40000, memory size 0x40000){{$}}
;; CHECK-NEXT: wasm backtrace:
;; CHECK-NEXT: 0: {{.*}}!past_the_end
(module
  (memory 2 4)
  (func $check (param $actual i32) (param $expected i32)
    (if (i32.ne (local.get $actual) (local.get $expected))
      (then (unreachable))))
  (func $past_the_end (result i32) (i32.load8_u (i32.const 0x40000)))
  (func (export "_start")
    (i32.store (i32.const 0x1fffc) (i32.const 7))
    (call $check (memory.grow (i32.const 0)) (i32.const 2))
    (call $check (memory.grow (i32.const 3)) (i32.const -1))
    (call $check (memory.grow (i32.const -1)) (i32.const -1))
    (call $check (memory.size) (i32.const 2))
    (call $check (memory.grow (i32.const 2)) (i32.const 2))
    (call $check (memory.grow (i32.const 1)) (i32.const -1))
    (call $check (memory.size) (i32.const 4))
    (call $check (i32.load (i32.const 0x1fffc)) (i32.const 7))
    (call $check (i32.load (i32.const 0x20000)) (i32.const 0))
    (call $check (i32.load (i32.const 0x3fffc)) (i32.const 0))
    (drop (call $past_the_end))))
