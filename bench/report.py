"""Markdown tables of what was measured."""

import os
import statistics

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


def size_and_memory(rows, runners):
    """Geometric means of sizes and medians of memory, by runner."""
    lines = []
    for runner in runners:
        sizes, costs, memory = [], [], []
        for row in rows:
            if runner.name in row.built and runner.name not in row.wrong:
                built = row.built[runner.name]
                sizes.append(os.path.getsize(built.file))
                memory.append(row.memory[runner.name] / 1024)
                if built.cost:
                    costs.append(built.cost.user + built.cost.system)
        if not sizes:
            continue
        lines.append([runner.title, str(round(geometric_mean(sizes))),
                      number(sum(costs), 1) if costs else "-",
                      number(statistics.median(memory), 1),
                      number(max(memory), 1)])
    return table(["runner", "bytes (geometric mean)",
                  "compiling all, CPU s", "memory, median MiB", "most, MiB"],
                 lines)
