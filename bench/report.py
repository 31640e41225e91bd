"""Markdown tables of what was measured."""

import os
import statistics
import struct

import chart
from runtime import geometric_mean


def number(value, digits=2):
    return "-" if value is None else f"{value:.{digits}f}"


def table(head, rows):
    """A Markdown table; the cells are strings."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def cell(row, runner):
    """A runner's ratio to its base, or what went wrong."""
    if runner.name in row.wrong:
        return row.wrong[runner.name]
    return number(row.ratio(runner.name, runner.base))


def groups_of(rows):
    names = []
    for row in rows:
        if row.program.group not in names:
            names.append(row.program.group)
    return names


def means(rows, runners):
    """(title, {runner's name: geometric mean}) for all programs and each group.
    A mean is over the programs that the runner and its base both ran."""
    groups = groups_of(rows)
    parts = [(f"all {len(rows)}", rows)] if rows else []
    if len(groups) > 1:
        parts += [(group, [row for row in rows if row.program.group == group])
                  for group in groups]
    return [(title, {runner.name: geometric_mean(
        [row.ratio(runner.name, runner.base) for row in part])
        for runner in runners}) for title, part in parts]


def run_time(rows, runners, worst_first=False):
    """The table of ratios. A runner whose base is itself shows its seconds."""
    names = {runner.name for runner in runners}
    shown = [runner for runner in runners
             if runner.base in names and runner.base != runner.name]
    bases = [runner for runner in runners if runner.base == runner.name]
    head = (["program"] + [f"{runner.title}, s" for runner in bases] +
            [runner.title for runner in shown])
    if worst_first and shown:
        rows = sorted(rows, key=lambda row: -(
            row.ratio(shown[0].name, shown[0].base) or 0))
    lines = []
    for row in rows:
        seconds = [row.seconds.get(runner.name) for runner in bases]
        lines.append([row.program.name] +
                     [number(statistics.median(times), 3) if times else "-"
                      for times in seconds] +
                     [cell(row, runner) for runner in shown])
    for title, values in means(rows, shown):
        lines.append([f"**geometric mean, {title}**"] + [""] * len(bases) +
                     [f"**{number(values[runner.name], 3)}**"
                      for runner in shown])
    return table(head, lines)


def code_bytes(path):
    """The bytes of an ELF program's executable segments; None for other files."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:5] != b"\x7fELF\x02":
        return None
    start, = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    total = 0
    for place in range(start, start + size * count, size):
        kind, flags = struct.unpack_from("<II", data, place)
        if kind == 1 and flags & 1:
            total += struct.unpack_from("<Q", data, place + 32)[0]
    return total


def size_and_memory(rows, runners):
    """Geometric means of sizes and medians of memory, by runner, over the programs
    which all of them could build and run."""
    rows = [row for row in rows if not row.wrong]
    lines = []
    for runner in runners:
        sizes, codes, costs, memory = [], [], [], []
        for row in rows:
            built = row.built[runner.name]
            sizes.append(os.path.getsize(built.file))
            codes.append(code_bytes(built.file))
            memory.append(row.memory[runner.name] / 1024)
            if built.cost:
                costs.append(built.cost.user + built.cost.system)
        if not sizes:
            continue
        lines.append([runner.title, str(round(geometric_mean(sizes))),
                      str(round(geometric_mean(codes))) if all(codes) else "-",
                      number(sum(costs), 1) if costs else "-",
                      number(statistics.median(memory), 1),
                      number(max(memory), 1)])
    return table(["runner", "bytes (geometric mean)",
                  "of it code", "compiling all, CPU s", "memory, median MiB", "most, MiB"],
                 lines)


def start_up(costs):
    """`costs` are (title, list of Cost) of a program that only says hello."""
    lines = [[title, number(min(cost.wall for cost in runs) * 1e3),
              number(statistics.median(cost.wall for cost in runs) * 1e3),
              number(max(cost.memory for cost in runs) / 1024, 1)]
             for title, runs in costs]
    return table(["runner", "least ms", "median ms", "memory, MiB"], lines)


def charts(rows, runners):
    """The charts by file name: means of groups, and programs one by one."""
    names = {runner.name for runner in runners}
    shown = [runner for runner in runners
             if runner.base in names and runner.base != runner.name]
    titles = [runner.title + ("" if runner.base == "native-v2" else
                              f" (against {runner.base})") for runner in shown]
    note = ("user time relative to clang-19 -O3 -march=x86-64-v2; "
            "shorter is faster")
    groups = [(title, [values[runner.name] for runner in shown])
              for title, values in means(rows, shown)]
    ours = [runner for runner in shown if runner.name in ("wasmc", "wasm2c")]
    programs = [(row.program.name, [row.ratio(runner.name, runner.base)
                                    for runner in ours]) for row in rows]
    return {"bench-means.svg": chart.bars("Geometric means", note, groups,
                                          titles),
            "bench-programs.svg": chart.bars(
                "All programs", note, programs,
                [runner.title for runner in ours])}
