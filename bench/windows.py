"""Measures the same programs as ELF and, under Wine, as EXE."""

import statistics

import catalogue
import report
import runners
import runtime

def compare(tools, programs, rounds, arguments):
    """The table of `programs`, and whether all checksums agreed. What Wine
    takes to start a program that does nothing is subtracted."""
    elf, exe = (runner for runner in runners.RUNNERS + runners.MORE_RUNNERS
                if runner.name in ("wasmc", "windows"))
    if not exe.is_available(tools):
        runtime.say("bench: Wine is not installed")
        return None, True
    hello = exe.build(tools, catalogue.hello_program())
    start = statistics.median(
        cost.user for cost in tools.launcher.measure(hello.command, count=9))
    rows = runtime.build_all(tools, programs, [elf, exe])
    runtime.run_all(tools.launcher, rows, [elf, exe], rounds, arguments)
    for row in rows:
        row.seconds[exe.name] = [max(seconds - start, 0)
                                 for seconds in row.seconds[exe.name]]
    lines = [[row.program.name,
              *(report.number(statistics.median(row.seconds[runner.name]), 3)
                for runner in (elf, exe)), report.cell(row, exe)]
             for row in rows]
    mean = runtime.geometric_mean([row.ratio(exe.name, elf.name)
                                   for row in rows])
    lines.append(["**geometric mean**", "", "",
                  f"**{report.number(mean, 3)}**"])
    return (report.table(["program", "Linux, s", "Windows, s",
                          "Windows / Linux"], lines),
            not any(row.wrong for row in rows))
