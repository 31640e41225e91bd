"""parts_wat.py CONSTANT...: a module whose exit status is the sum of the
constants, and with a function for each that is a part of the program: bodies of
which two are more than a part may have."""

import sys

# Many bytes, little code.
filler = "(drop (i64.const -9223372036854775808))\n" * 8500
functions, calls = "", ""
for number, constant in enumerate(sys.argv[1:]):
    functions += f"""(func $f{number}
      (global.set $sum (i32.add (global.get $sum) (i32.const {constant})))
      {filler})\n"""
    calls += f"(call $f{number})"
print(f"""(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (global $sum (mut i32) (i32.const 0))
  {functions}
  (func (export "_start") {calls} (call $exit (global.get $sum))))""")
