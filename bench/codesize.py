"""Measures the machine code of modules alone, without runtime and C library: of
the object that wasmc makes of a module, and of the one that clang makes of what
wasm2c makes of it."""

import os
import struct

import runners
from cache import BuildError, build_once
from report import geometric_mean, number, table
from runtime import say

HEAD = ["compiler", "bytes of code (geometric mean)", "/ the first",
        "smallest", "largest"]
# Titles and flags; -march is the level that wasmc starts from.
WASM2C = [("wasm2c, clang -O2", ["-O2"]), ("wasm2c, clang -Os", ["-Os"])]
WASMC = [("wasmc -O2", ["-O2"]), ("wasmc -Os", ["-Os"]), ("wasmc -Oz", ["-Oz"])]


def code_bytes(path):
    """The bytes of an ELF object's sections that are executed."""
    with open(path, "rb") as file:
        data = file.read()
    start, = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    total = 0
    for place in range(start, start + size * count, size):
        flags, = struct.unpack_from("<Q", data, place + 8)
        if flags & 4:
            total += struct.unpack_from("<Q", data, place + 32)[0]
    return total


def by_wasm2c(tools, program, flags):
    module = runners.build_module(tools, program)
    folder = os.path.join(tools.build, "programs", program.name, "wasm2c-object")
    os.makedirs(folder, exist_ok=True)
    source = os.path.join(folder, "program.c")
    output = os.path.join(folder, f"program{flags[0]}.o")
    build_once(tools.launcher, output,
               [[tools.wasm2c, "-n", "program", module, "-o", source],
                [runners.CLANG, *flags, "-w", "-march=x86-64-v2", "-I", folder,
                 "-I", runners.WASM2C_RUNTIME, "-c", source, "-o", output]],
               [module])
    return code_bytes(output)


def by_wasmc(tools, program, flags):
    module = runners.build_module(tools, program)
    output = os.path.join(tools.build, "programs", program.name,
                          f"wasmc{flags[0]}.o")
    build_once(tools.launcher, output,
               [[tools.wasmc, module, *flags, "--target=linux", "-c", "-o",
                 output]], [module])
    return code_bytes(output)


def compare(tools, programs):
    """The table of code sizes, or None without wasm2c."""
    if not tools.wasm2c:
        say("bench: wasm2c is not installed")
        return None
    ways = ([(title, by_wasm2c, flags) for title, flags in WASM2C] +
            [(title, by_wasmc, flags) for title, flags in WASMC])
    sizes = []
    for program in programs:
        say(f"Code of {program.name}")
        try:
            sizes.append((program.name, [measure(tools, program, flags)
                                         for _, measure, flags in ways]))
        except BuildError as error:
            say(f"bench: {program.name}: {error}")
    lines = []
    for at, (title, _, _) in enumerate(ways):
        ratios = sorted((row[at] / row[0], name) for name, row in sizes)
        lines.append([title,
                      str(round(geometric_mean([row[at] for _, row in sizes]))),
                      number(geometric_mean([ratio for ratio, _ in ratios]), 3)] +
                     [f"{number(ratio, 2)} ({name})"
                      for ratio, name in (ratios[0], ratios[-1])])
    return table(HEAD, lines)
