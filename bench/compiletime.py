"""Measures the compiler itself: seconds, memory and bytes, module by module."""

import os

import shapes
from cache import build_once
from report import number, table
from runtime import say

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = ["module", "MB", "flags", "seconds", "user s", "system s", "peak MiB",
        "program bytes"]


def hello_module(tools):
    """The module of the smallest useful C program."""
    source = os.path.join(HERE, "..", "test", "Inputs", "hello.c")
    output = os.path.join(tools.build, "hello.wasm")
    build_once(tools.launcher, output,
               [["clang-19", "--target=wasm32-wasi", "-Os", "-o", output,
                 source]], [source])
    return output


def compile_module(tools, title, module, flags, count=1, timeout=1800):
    """A row of the table: the run whose wall time is the median of `count`."""
    say(f"Compiling {title} {' '.join(flags)}")
    output = os.path.join(tools.build, "compiled")
    costs = tools.launcher.measure(
        [tools.wasmc, module, *flags, "-o", output], timeout, count)
    row = [title, number(os.path.getsize(module) / 1e6), " ".join(flags)]
    if any(cost.status for cost in costs):
        say(f"bench: {title}: {costs[-1].output[-1000:]}")
        return row + [f"status {costs[-1].status}"] + [""] * 4
    cost = sorted(costs, key=lambda cost: cost.wall)[len(costs) // 2]
    return row + [number(cost.wall, 3), number(cost.user, 3),
                  number(cost.system, 3), str(cost.memory // 1024),
                  str(os.path.getsize(output))]


def modules(tools, sqlite):
    """(title, path, lists of flags, runs) of the real modules."""
    found = [("hello.c", hello_module(tools), [["-O0"], ["-O2"]], 21)]
    if sqlite:
        found.append(("SQLite", sqlite,
                      [["-O0", "-j", "1"], ["-O0"], ["-O2", "-j", "1"],
                       ["-O2"], ["-O3"], ["-Os"]], 1))
    yosys = os.path.join(tools.build, "..", "npm", "yosys", "gen",
                         "yosys.core.wasm")
    if os.path.exists(yosys):
        found.append(("yosys 0.55.944", yosys,
                      [["-O0"], ["-O0", "--target=windows"], ["-O2"],
                       ["-O2", "--target=windows"]], 1))
    return found


def real_modules(tools, sqlite):
    """The table of compile time of real modules. `sqlite` is the path of that
    module, or None."""
    return table(HEAD, [compile_module(tools, title, module, flags, count)
                        for title, module, levels, count in
                        modules(tools, sqlite) for flags in levels])


def shaped_modules(tools):
    """The table of compile time of modules made by rule."""
    lines = []
    for title, make in shapes.SHAPES:
        module = os.path.join(tools.build, "shape.wasm")
        with open(module, "wb") as file:
            file.write(make())
        for level in "-O0", "-O2":
            lines.append(compile_module(tools, title, module, [level, "-j", "1"]))
    return table(HEAD, lines)
