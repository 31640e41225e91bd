"""Writes a module with a large function of one kind, in the text format: what
is too long to write by hand.

usage: large_wat.py KIND COUNT
"""

import sys


def frame(count):
    """Recursion with `count` values in the frame of each call."""
    loads = "".join(f"(local.set {i} (i64.load offset={8 * i} (local.get 0)))\n"
                    for i in range(1, count + 1))
    uses = "".join(f"(i64.store offset={8 * i} (local.get 0) (local.get {i}))\n"
                   for i in range(1, count + 1))
    return f"""(memory {count * 8 // 65536 + 2})
      (func $frame (param i32) (local {'i64 ' * count})
        {loads} (call $frame (local.get 0)) {uses})
      (func (export "_start") (call $frame (i32.const 0)))"""


def params(count):
    """Recursion of a function with `count` parameters."""
    again = " ".join(f"(local.get {i})" for i in reversed(range(count)))
    first = " ".join(f"(i32.const {i})" for i in range(count))
    return f"""(func $params (param {'i32 ' * count}) (result i32)
        (i32.add (local.get {count - 1}) (call $params {again})))
      (func (export "_start") (drop (call $params {first})))"""


def indices(count):
    """`count` indices, made from wider values, kept across a call."""
    sets = "".join(f"(local.set {i + 1} (i32.wrap_i64 (i64.mul (local.get 0)"
                   f" (i64.const {0x100000000 * (i + 1) + i}))))\n"
                   for i in range(count))
    uses = "".join(f"(call $check (i32.load8_u (local.get {i + 1}))"
                   f" (i32.const {i}))\n" for i in range(count))
    data = "".join(f"\\{i:02x}" for i in range(count))
    return f"""(memory 1) (data (i32.const 0) "{data}")
      (func $other (result i64) (i64.load (i32.const 0)))
      (func $check (param i32 i32)
        (if (i32.ne (local.get 0) (local.get 1)) (then (unreachable))))
      (func $indices (param i64) (local {'i32 ' * count})
        {sets} (drop (call $other)) {uses})
      (func (export "_start") (call $indices (i64.const 1)))"""


def nest(count):
    """`count` blocks in each other; a branch out of each of them."""
    depths = " ".join(str(i) for i in range(count))
    adds = ") (local.set 1 (i32.add (local.get 1) (i32.const 1)))\n" * count
    return f"""(func $nest (param i32) (result i32) (local i32)
        {'(block ' * count} (br_table {depths} (local.get 0)) {adds}
        (local.get 1))
      (func $check (param i32 i32)
        (if (i32.ne (call $nest (local.get 0)) (local.get 1))
          (then (unreachable))))
      (func (export "_start")
        (call $check (i32.const 0) (i32.const {count}))
        (call $check (i32.const {count - 1}) (i32.const 1))
        (call $check (i32.const -1) (i32.const 1)))"""


def loops(count):
    """`count` loops in each other, each run twice by a shared counter."""
    return f"""(func $loops (param i32) (result i32) (local i32)
        {'(loop ' * count}
          (local.set 1 (i32.add (local.get 1) (i32.const 1)))
        {'(br_if 0 (i32.lt_u (local.get 1) (local.get 0))))' * count}
        (local.get 1))
      (func (export "_start")
        (if (i32.ne (call $loops (i32.const 70000)) (i32.const 70000))
          (then (unreachable))))"""


def targets(count):
    """A br_table with `count` targets, even ones here and odd ones there."""
    depths = " ".join(str(i % 2) for i in range(count))
    return f"""(func $odd (param i32) (result i32)
        (block (block (block (br_table {depths} 2 (local.get 0)))
          (return (i32.const 10))) (return (i32.const 11)))
        (i32.const 12))
      (func $check (param i32 i32)
        (if (i32.ne (call $odd (local.get 0)) (local.get 1))
          (then (unreachable))))
      (func (export "_start")
        (call $check (i32.const {count - 2}) (i32.const 10))
        (call $check (i32.const {count - 1}) (i32.const 11))
        (call $check (i32.const {count}) (i32.const 12))
        (call $check (i32.const -1) (i32.const 12)))"""


def results(count):
    """A function with `count` results, called directly and through a table."""
    types = [("i32", "i64", "f32", "f64")[i % 4] for i in range(count)]
    values = " ".join(f"({t}.const {i})" for i, t in enumerate(types))
    checks = "".join(f"({t}.const {i}) ({t}.ne) (if (then (unreachable)))\n"
                     for i, t in reversed(list(enumerate(types))))
    return f"""(type $t (func (result {' '.join(types)})))
      (table funcref (elem $results))
      (func $results (type $t) {values})
      (func $pass (type $t) (call $results))
      (func (export "_start")
        (call $pass) {checks}
        (call_indirect (type $t) (i32.const 0)) {checks})"""


def locals_(count):
    """`count` locals, of which the last is used."""
    return f"""(func $locals (param i64) (result i64) (local {'i64 ' * (count - 1)})
        (loop
          (local.set {count - 1} (i64.add (local.get {count - 1}) (i64.const 2)))
          (br_if 0 (i64.lt_u (local.get {count - 1}) (local.get 0))))
        (i64.add (local.get {count - 1}) (local.get {count - 2})))
      (func (export "_start")
        (if (i64.ne (call $locals (i64.const 100)) (i64.const 100))
          (then (unreachable))))"""


def branches(count):
    """`count` locals, each changed in an `if` of its own, all used at the end."""
    sets = "".join(f"(local.set {i + 1} (i32.load8_u offset={i} (local.get 0)))\n"
                   for i in range(count))
    ifs = "".join(f"(if (i32.load8_u offset={i + 1} (local.get 0))"
                  f" (then (local.set {i + 1} (i32.const {i % 100}))))\n"
                  for i in range(count))
    uses = "".join(f"(i32.store8 offset={i} (i32.const 0) (local.get {i + 1}))\n"
                   for i in range(count))
    return f"""(memory 1)
      (func $branches (param i32) (local {'i32 ' * count}) {sets} {ifs} {uses})
      (func (export "_start")
        (i32.store8 (i32.const 8) (i32.const 1))
        (call $branches (i32.const 0))
        (if (i64.ne (i64.load (i32.const 0)) (i64.const 0x0700000000000000))
          (then (unreachable)))
        (if (i32.load8_u (i32.const 8)) (then (return)))
        (unreachable))"""


def main():
    kinds = {"frame": frame, "params": params, "indices": indices, "nest": nest,
             "loops": loops, "targets": targets, "results": results,
             "locals": locals_, "branches": branches}
    print("(module", kinds[sys.argv[1]](int(sys.argv[2])) + ")")


if __name__ == "__main__":
    main()
