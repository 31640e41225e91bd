"""many_parts_wat.py GROWTH: a module of 750 functions, all different, in several
parts. The tenth is longer by GROWTH statements.
"""

import sys

growth = int(sys.argv[1])
statement = "(drop (i64.const %d))\n"
print("(module (global $growth (mut i32) (i32.const 0))")
for number in range(750):
    size = 40 + number * 7919 % 31 + (growth if number == 9 else 0)
    print(f"(func $f{number}")
    if number == 9:
        print(f"(global.set $growth (i32.const {growth}))")
    print((statement % (-(1 << 62) - number)) * size + ")")
print('(func (export "_start")))')
