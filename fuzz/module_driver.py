"""The driver of a random module: see modules.py."""

import re

PAGES_HASHED = 32  # of each memory
CALLS_OF_EACH = 3
INTEGERS = [0, 1, 2, -1, 7, 100, 255, 65535, 65536, 0x7fffffff, -0x80000000,
            -2, 1 << 40, -(1 << 63)]
FLOATS = ["0", "-0", "1", "-1", "0.5", "1e10", "-1e20", "inf", "-inf",
          "0x1p-149", "3.25"]
REFERENCES = {"funcref": "func", "externref": "extern", "exnref": "exn"}
NUMBERS = ("i32", "i64", "f32", "f64", "v128")


def split_types(text):
    return [part.strip() for part in text.split(",")] if text else []


def constant(kind, generator):
    if kind == "i32":
        return f"(i32.const {generator.choice(INTEGERS[:12])})"
    if kind == "i64":
        return f"(i64.const {generator.choice(INTEGERS)})"
    if kind in ("f32", "f64"):
        return f"({kind}.const {generator.choice(FLOATS)})"
    if kind == "v128":
        return (f"(v128.const i64x2 {generator.randrange(1 << 64)} "
                f"{generator.choice(INTEGERS)})")
    return f"(ref.null {REFERENCES[kind]})"


def as_integers(kind, value):
    """The value, an instruction without effects, as i64s."""
    if kind == "i32":
        return [f"(i64.extend_i32_u {value})"]
    if kind == "f32":
        return [f"(i64.extend_i32_u (i32.reinterpret_f32 {value}))"]
    if kind == "f64":
        return [f"(i64.reinterpret_f64 {value})"]
    if kind == "v128":
        return [f"(i64x2.extract_lane {lane} {value})" for lane in (0, 1)]
    if kind in REFERENCES:
        return [f"(i64.extend_i32_u (ref.is_null {value}))"]
    return [value]


def memory_functions(number, index):
    """$end: where the pages that count end; $hash: logs these and the size."""
    size = f"(memory.size $m{number})"
    wide_size = f"(i64.extend_i32_u {size})" if index == "i32" else size
    return f"""
  (func $end{number} (result {index})
    ({index}.mul ({index}.const 65536)
      (select {size} ({index}.const {PAGES_HASHED})
        ({index}.lt_u {size} ({index}.const {PAGES_HASHED})))))
  (func $hash{number} (local $at {index}) (local $hash i64)
    (block $done
      (loop $next
        (br_if $done ({index}.ge_u (local.get $at) (call $end{number})))
        (local.set $hash
          (i64.mul (i64.const 0x100000001b3)
            (i64.xor (i64.rotl (local.get $hash) (i64.const 23))
                     (i64.load $m{number} (local.get $at)))))
        (local.set $at ({index}.add (local.get $at) ({index}.const 8)))
        (br $next)))
    (call $log {wide_size})
    (call $log (local.get $hash)))"""


class Driver:
    def __init__(self, dump, generator):
        self.generator = generator
        self.imports, self.fields, self.state, self.reset = [], [], [], []
        self.calls, self.plain = [], []
        facts = re.findall(r'^(func|memory|global) (\d+)(?: "[^"]*")?: (.*)$',
                           dump, re.M)
        functions = {index: fact for kind, index, fact in facts
                     if kind == "func"}
        for name, index in re.findall(r'^export "([^"\\]*)": func (\d+)$',
                                      dump, re.M):
            self.add_func(name, functions[index])
        # What export_state adds.
        for kind, index, fact in facts:
            if kind == "memory":
                self.add_memory(index, fact)
            elif kind == "global" and fact.startswith("mut "):
                self.add_global(index, fact.split()[1])

    def add_func(self, name, fact):
        match = re.search(r"\(([^)]*)\) -> \(([^)]*)\)", fact)
        params, results = map(split_types, match.groups())
        if not all(kind in NUMBERS or kind in REFERENCES
                   for kind in params + results):
            return
        number = len(self.calls)
        self.imports.append(
            f'(import "m" "{name}" (func $f{number} '
            f'(param {" ".join(params)}) (result {" ".join(results)})))')
        if not params and not results:
            self.plain.append(f"$f{number}")
        self.calls.append((number, params, results))

    def add_memory(self, number, fact):
        match = re.fullmatch(r"(i64 )?(\d+)(?:\.\.(\d+))? pages( shared)?", fact)
        is64, least, most, shared = match.groups()
        index = "i64" if is64 else "i32"
        self.imports.append(
            f'(import "m" "memory {number}" (memory $m{number} {is64 or ""}'
            f'{least} {most or ""}{shared or ""}))')
        self.fields.append(memory_functions(number, index))
        self.state.append(f"(call $hash{number})")
        self.reset.append(f"(memory.fill $m{number} ({index}.const 0) "
                          f"(i32.const 42) (call $end{number}))")

    def add_global(self, number, kind):
        if kind not in NUMBERS and kind not in REFERENCES:
            return
        self.imports.append(
            f'(import "m" "global {number}" (global $g{number} (mut {kind})))')
        for value in as_integers(kind, f"(global.get $g{number})"):
            self.state.append(f"(call $log {value})")
        if kind in REFERENCES:
            value = f"(ref.null {REFERENCES[kind]})"
        else:
            lanes = "i64x2 100 100" if kind == "v128" else "100"
            value = f"({kind}.const {lanes})"
        self.reset.append(f"(global.set $g{number} {value})")

    def add_call(self, index, number, params, results):
        arguments = " ".join(constant(kind, self.generator) for kind in params)
        locals_ = "".join(f" (local {kind})" for kind in results)
        sets = " ".join(f"(local.set {i})"
                        for i in reversed(range(len(results))))
        values = [value for i, kind in enumerate(results)
                  for value in as_integers(kind, f"(local.get {i})")]
        self.fields.append(
            f'\n  (func (export "call{index}") '
            f'(result{" i64" * len(values)}){locals_}\n'
            f"    (call $f{number} {arguments}) {sets}"
            + "".join("\n    " + value for value in values) + ")")

    def text(self):
        for index, call in enumerate(self.calls * CALLS_OF_EACH):
            self.add_call(index, *call)
        elements = ""
        if self.plain:
            functions = [self.plain[i % len(self.plain)] for i in range(14)]
            elements = ("\n  (elem (table $functions) (i32.const 0) func "
                        + " ".join(functions) + ")")
        return ("(module\n  " + "\n  ".join(self.imports) + """
  (import "fuzzing-support" "log" (func $log (param i64)))
  (import "fuzzing-support" "hash" (func $hash (result i64)))
  (import "fuzzing-support" "reset" (func $reset))
  (import "fuzzing-support" "functions" (table $functions 16 funcref))"""
                + elements + "".join(self.fields)
                + '\n  (func (export "state") (result i64)\n    '
                + "\n    ".join(self.state) + "\n    (call $hash))"
                + '\n  (func (export "reset")\n    '
                + "\n    ".join(self.reset) + "\n    (call $reset)))\n")


def make_driver(dump, generator):
    """The driver's text for a module of which `dump` is `wasmc --dump`."""
    return Driver(dump, generator).text()


def read_leb(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7f) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def leb(value):
    encoded = b""
    while value >= 0x80:
        encoded += bytes([value & 0x7f | 0x80])
        value >>= 7
    return encoded + bytes([value])


def export_state(module, dump):
    """The module (bytes), which must have exports, also exporting its memories
    and mutable globals, as "memory 0" and so on."""
    added = b""
    names = re.findall(r'^(memory|global) (\d+)(?: "[^"]*")?: (.*)$', dump, re.M)
    count = 0
    for kind, index, fact in names:
        if kind == "global" and not fact.startswith("mut "):
            continue
        name = f"{kind} {index}".encode()
        added += (leb(len(name)) + name + (b"\2" if kind == "memory" else b"\3")
                  + leb(int(index)))
        count += 1
    at = 8
    while True:
        section = module[at]
        size, begin = read_leb(module, at + 1)
        if section == 7:
            break
        at = begin + size
    old_count, first = read_leb(module, begin)
    body = leb(old_count + count) + module[first:begin + size] + added
    return (module[:at] + b"\7" + leb(len(body)) + body
            + module[begin + size:])
