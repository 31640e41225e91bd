#!/usr/bin/env python3
"""Compares what compiled loops do at -O0 with the optimising levels and V8.

Makes random C loops over one array (different strides, types, distances,
reductions, directions, aliasing windows), and some that search, has clang
optimise and unroll them for WebAssembly, compiles the module with wasmc, and
runs it; node, if named, runs the module itself. The programs print a hash of
all memory and of each result. `./dev fuzz-loops` calls it.

    loops.py WASMC COUNT [SEED [NODE]]
"""

import os
import random
import subprocess
import sys
import tempfile

TYPES = {
    "int8_t": "int", "uint8_t": "int", "int16_t": "int", "uint16_t": "int",
    "int32_t": "int", "uint32_t": "int", "int64_t": "int", "float": "float",
    "double": "float",
}
FUNCTIONS_PER_MODULE = 12
# Against -O0.
LEVELS = ["-O2", "-O3", "-O2 -mcpu=x86-64-v3", "-Os"]

PROLOGUE = """
#include <stdint.h>
#include <stdio.h>
#include <string.h>
typedef unsigned __int128 Wide;
static _Alignas(16) uint8_t memory[1 << 16];
static uint64_t hash(void) {
  uint64_t value = 14695981039346656037ull;
  for (unsigned i = 0; i < sizeof memory; ++i)
    value = (value ^ memory[i]) * 1099511628211ull;
  return value;
}
static void fill(uint32_t seed, int floats) {
  for (unsigned i = 0; i < sizeof memory; ++i) {
    seed = seed * 1664525 + 1013904223;
    memory[i] = seed >> 24;
  }
  if (!floats)
    return;
  // Keep them finite and small.
  for (unsigned i = 0; i < sizeof memory; i += 4)
    memory[i + 3] = 0x3f + (memory[i + 3] & 1);
  for (unsigned i = 0; i < sizeof memory; i += 8)
    memory[i + 7] = 0x3f;
}
"""


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def index(self, stride):
        offset = self.pick(0, 0, 0, 1, 2, -1, 3, 8)
        return f"{stride}*i{offset:+d}" if stride != 1 else f"i{offset:+d}"

    def expression(self, arrays, kind, depth=0):
        roll = self.random.random()
        if depth > 2 or roll < 0.45:
            name, stride = self.pick(*arrays)
            return f"{name}[{self.index(stride)}]"
        if roll < 0.55:
            return self.pick("k", "3", "7")
        if roll < 0.62 and kind == "int":
            return "i"
        left = self.expression(arrays, kind, depth + 1)
        right = self.expression(arrays, kind, depth + 1)
        if kind == "float":
            return f"({left} {self.pick('+', '-', '*')} {right})"
        return f"({left} {self.pick('+', '-', '*', '^', '&', '|')} {right})"

    def wide_function(self, number):
        """Products and sums of 128 bits, with an array on the stack."""
        # Often on the stack alone, where addresses have one root.
        x, y, z = self.pick(("a", "b", "c"), ("u", "v", "u"), ("u", "v", "u"))
        count = self.pick("n", 4, 5, 8, 16, 16) if x == "a" else self.pick(4, 5, 8, 16, 30)
        limbs = 32
        operands = [f"{x}[i]", f"{y}[i]", f"{y}[0]", "t[i % 32]", "k", "carry",
                    f"{z}[i + 1]"]
        body = []
        for _ in range(self.pick(1, 2, 3)):
            terms = [f"(Wide){self.pick(*operands)} * {self.pick(*operands)}"
                     for _ in range(self.pick(1, 1, 2))]
            terms += [self.pick(*operands, "carry", "sum")
                      for _ in range(self.pick(0, 1, 2, 2))]
            body.append(f"sum = {' + '.join(terms)};")
            target = self.pick("t[i]", "t[i]", "t[i % 32]", f"{x}[i]", f"{z}[0]")
            if count == "n" and target == "t[i]":
                target = "t[i % 32]"
            body.append(f"{target} = (uint64_t)sum;")
            body.append(f"carry {self.pick('=', '=', '+=')} "
                        f"(uint64_t)(sum >> {self.pick(64, 64, 51, 13)});")
        text = (f"__attribute__((noinline)) uint64_t f{number}(uint64_t *a, uint64_t *b, "
                f"uint64_t *c, int n, uint64_t k) {{\n"
                f"  uint64_t t[{limbs}], u[{limbs}], v[{limbs}], carry = 1; Wide sum = k;\n"
                f"  for (int i = 0; i < {limbs}; ++i) t[i] = c[i] ^ k, u[i] = a[i], v[i] = b[i];\n"
                f"  for (int i = 0; i < {count}; ++i) {{\n    "
                + "\n    ".join(body) + "\n  }\n"
                f"  for (int i = 0; i < {limbs}; ++i) carry = carry * 31 + t[i] + u[i];\n"
                f"  return carry ^ (uint64_t)sum;\n}}\n")
        return text, self.calls(number, "uint64_t", "int", "")

    def function(self, number):
        if self.random.random() < 0.25:
            return self.wide_function(number)
        element = self.pick(*TYPES)
        kind = TYPES[element]
        scalar = element if kind == "float" else "uint32_t"
        if element == "int64_t":
            scalar = "uint64_t"
        stride = self.pick(1, 1, 1, 1, 2, 3)
        arrays = [("a", stride), ("b", self.pick(1, stride)), ("c", 1)]
        body = []
        for _ in range(self.pick(1, 1, 2)):
            name, step = self.pick(*arrays[:2])
            value = self.expression(arrays, kind)
            operator = self.pick("=", "=", "+=")
            body.append(f"{name}[{self.index(step)}] {operator} {value};")
        if self.random.random() < 0.4:
            body = body[:self.pick(0, 1)]
            body.append(f"s {self.pick('+=', '+=', '-=')} "
                        f"{self.expression(arrays, kind)};")
        if self.random.random() < 0.15:
            body.append(f"if ({self.expression(arrays, kind)} > k) "
                        f"a[{self.index(stride)}] = {scalar}(s);".replace(
                            f"{scalar}(s)", f"({scalar})s"))
        loop = self.pick(
            "for (int i = 0; i < n; ++i)", "for (int i = 0; i < n; ++i)",
            "for (unsigned i = 0; i != n; ++i)", "for (int i = n - 1; i >= 0; --i)",
            "for (int i = 0; i < n; i += 2)", "for (int i = 8; i <= n; ++i)")
        unroll = self.pick("", "", "", "#pragma clang loop unroll_count(3)\n",
                           "#pragma clang loop unroll_count(8)\n",
                           "#pragma clang loop unroll_count(2)\n")
        restrict = self.pick("", "restrict ", "restrict ")
        text = (f"__attribute__((noinline)) {scalar} f{number}({element} *{restrict}a, "
                f"{element} *{restrict}b, {element} *c, int n, {scalar} k) {{\n"
                f"  {scalar} s = 1;\n  {unroll}  {loop} {{\n    "
                + "\n    ".join(body) + "\n  }\n  return s;\n}\n")
        return text, self.calls(number, scalar, kind, restrict)

    def calls(self, number, scalar, kind, restrict):
        calls = []
        for _ in range(3):
            # Overlap where the types allow it: not with restrict.
            bases = [self.random.randrange(64, 256) * 16 for _ in range(3)]
            if restrict:
                bases = [bases[0], bases[0] + 20000, bases[0] + 40000]
            elif self.random.random() < 0.5:
                bases[1] = bases[0] + self.pick(0, 4, 8, 16, 24)
            count = self.pick(0, 1, 2, 3, 7, 16, 33, 100, 255)
            pointers = ", ".join(f"(void *)(memory + {base})" for base in bases)
            calls.append(
                f"  fill({self.random.randrange(1 << 30)}, "
                f"{int(kind == 'float')}); {{ {scalar} r = "
                f"f{number}({pointers}, {count}, 5); uint64_t bits = 0; "
                # The bits of a NaN are not determined.
                f"if (r == r) memcpy(&bits, &r, sizeof r); printf(\"f{number} %016llx %016llx\\n\", "
                f"(unsigned long long)bits, (unsigned long long)hash()); }}\n")
        return "".join(calls)

    def search(self, number):
        """Looks for the end of what is equal, in memory where much is."""
        element = self.pick("int8_t", "uint8_t", "uint8_t", "uint16_t",
                            "int32_t", "uint32_t")
        goes_on = self.pick(
            "a[i] == b[i]", "a[i] == b[i]", "a[i] != k", "a[i] > 3",
            "a[i] != k && a[i] != 9", "!(a[i] ^ b[i])", "(a[i] | 32) != k",
            "a[i] == b[i] && b[i] != k", "a[i] == a[i + 1]",
            "a[i] - 40 < k", "a[i] == b[2 * i]")
        text = (f"__attribute__((noinline)) int f{number}({element} *a, "
                f"{element} *b, int n, {element} k) {{\n  " + self.pick(
                    f"int i = 0; while (i < n && {goes_on}) ++i; return i;",
                    f"for (unsigned i = 0; i != n; ++i) if (!({goes_on})) "
                    "return i; return -1;",
                    f"int i = 0; do {{ if (!({goes_on})) break; }} "
                    "while (++i < n); return i;",
                    "int i = 0; for (int end = n; end > 0; end -= 3, ++i) "
                    f"if (!({goes_on})) return end; return i;") + "\n}\n")
        calls = []
        for _ in range(6):
            k = self.pick(7, 41, 100)
            calls.append(f"  memset(memory, {self.pick(0, 7, 40, 100, 200)}, "
                         "sizeof memory);\n")
            for _ in range(self.pick(0, 1, 3, 100)):
                calls.append(f"  memory[{self.random.randrange(65536)}] = "
                             f"{self.pick(0, 3, 9, k, 255)};\n")
            a, b = (self.random.randrange(5000) * 4 for _ in range(2))
            count = self.pick(1, 5, 17, 40, 500, 4000)
            calls.append(f"  printf(\"f{number} %d\\n\", f{number}((void *)"
                         f"(memory + {a}), (void *)(memory + {b}), {count}, "
                         f"{k}));\n")
        return text, "".join(calls)

    def program(self):
        parts = [self.search(n) if n % 4 == 3 else self.function(n)
                 for n in range(FUNCTIONS_PER_MODULE)]
        return (PROLOGUE + "".join(text for text, _ in parts) +
                "int main(void) {\n" + "".join(calls for _, calls in parts) +
                "  return 0;\n}\n")


def output_of(wasmc, module, flags, program):
    compiled = subprocess.run([wasmc, module, "-o", program] + flags.split(),
                              stderr=subprocess.PIPE, text=True)
    if compiled.returncode:
        return f"{compiled.returncode} of wasmc", compiled.stderr
    return run([program])


def run(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, timeout=120,
                            text=True)
    return result.returncode, result.stdout


def main():
    wasmc, count = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    node = sys.argv[4] if len(sys.argv) > 4 else None
    node_runner = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..",
                               "test", "Inputs", "run-node.mjs")
    differences = functions = 0
    with tempfile.TemporaryDirectory() as folder:
        source, module, program = (os.path.join(folder, name)
                                   for name in ("loops.c", "loops.wasm", "loops"))
        for n in range(seed, seed + count):
            with open(source, "w") as file:
                file.write(Generator(n).program())
            subprocess.run(["clang-19", "--target=wasm32-wasi", "-O3", "-w",
                            "-fno-strict-aliasing", source, "-o", module],
                           check=True)
            expected = output_of(wasmc, module, "-O0", program)
            functions += FUNCTIONS_PER_MODULE
            for level in LEVELS + (["node"] if node else []):
                if level == "node":
                    got = run([node, "--no-warnings", node_runner, module])
                else:
                    got = output_of(wasmc, module, level, program)
                if got == expected:
                    continue
                differences += 1
                lines = [f"{a} != {b}" for a, b in
                         zip(expected[1].splitlines(), got[1].splitlines())
                         if a != b]
                print(f"seed {n} {level}: status {expected[0]} and {got[0]}; "
                      + "; ".join(lines[:3]), flush=True)
    print(f"{functions} functions, {differences} differences")
    return differences != 0


if __name__ == "__main__":
    sys.exit(main())
