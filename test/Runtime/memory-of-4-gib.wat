;; A memory can grow to 65535 pages and every byte of it can be used.
;; RUN: %run_all %s --exit 134

;; CHECK: out of bounds memory access (address 0xffff0000, memory size 0xffff0000)
(module
  (memory 1)
  (func $check (param $actual i32) (param $expected i32)
    (if (i32.ne (local.get $actual) (local.get $expected))
      (then (unreachable))))
  (func (export "_start")
    (call $check (memory.grow (i32.const 65535)) (i32.const -1))
    (call $check (memory.grow (i32.const 65534)) (i32.const 1))
    (i32.store (i32.const 0xfffefffc) (i32.const 42))
    (call $check (i32.load (i32.const 0xfffefffc)) (i32.const 42))
    (drop (i32.load (i32.const 0xffff0000)))))
