"""Measures the compiler itself: seconds, memory and bytes, module by module."""

import os

from cache import build_once
from report import number, table
from runtime import say

HERE = os.path.dirname(os.path.abspath(__file__))


def hello(tools):
    """The module of the smallest useful C program."""
    source = os.path.join(HERE, "..", "test", "Inputs", "hello.c")
    output = os.path.join(tools.build, "hello.wasm")
    build_once(tools.launcher, output,
               [["clang-19", "--target=wasm32-wasi", "-Os", "-o", output,
                 source]], [source])
    return output


def compile_once(tools, module, flags, timeout=1200):
    """Compiles `module`; returns its Cost and the size of the program."""
    output = os.path.join(tools.build, "compiled")
    cost = tools.launcher.measure(
        [tools.wasmc, module, *flags, "-o", output], timeout)[0]
    if cost.status != 0:
        say(f"bench: {module} {' '.join(flags)}: {cost.output[-1000:]}")
        return cost, None
    return cost, os.path.getsize(output)


def modules(tools):
    """(title, path, levels) of what is compiled."""
    found = [("hello.c", hello(tools), ["-O0", "-O2"])]
    yosys = os.path.join(tools.build, "..", "npm", "yosys", "gen",
                         "yosys.core.wasm")
    if os.path.exists(yosys):
        found.append(("yosys 0.55.944", yosys, ["-O0", "-O2"]))
    return found


def compile_time(tools):
    """The table of compile time."""
    lines = []
    for title, module, levels in modules(tools):
        for target in "linux", "windows":
            for level in levels:
                say(f"Compiling {title} {level} for {target}")
                cost, size = compile_once(tools, module,
                                          [level, f"--target={target}"])
                lines.append([title, level, target, number(cost.wall, 3),
                              number(cost.user, 3), number(cost.system, 3),
                              str(cost.memory // 1024), str(size or "-")])
    return table(["module", "level", "target", "seconds", "user s", "system s",
                  "peak MiB", "bytes"], lines)
