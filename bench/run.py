#!/usr/bin/env python3
"""Measures wasmc beside native code, wasm2c and V8: how fast programs run, start
and are compiled. `./dev bench` calls it; docs/Performance.md explains."""

import argparse
import os
import re
import sys

sys.dont_write_bytecode = True  # the sources' folder stays as it is

import catalogue
import compiletime
import report
import runners
import runtime


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wasmc", default="build/bin/wasmc")
    parser.add_argument("--build", default="build/bench",
                        help="folder of what the bench makes")
    parser.add_argument("--filter", default="", metavar="REGEX",
                        help="only programs whose name matches")
    parser.add_argument("--runners", metavar="NAME,...",
                        help="only these runners; --list shows their names")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true",
                        help="one round of little work: checks the checksums")
    parser.add_argument("--what", default="run,compile", metavar="PART,...",
                        help="run: how fast programs are; compile: how fast "
                        "the compiler is (default: both)")
    parser.add_argument("--worst-first", action="store_true",
                        help="sort by the first ratio")
    parser.add_argument("--list", action="store_true",
                        help="show programs and runners, and do nothing")
    return parser.parse_args()


def choose_runners(names, tools):
    known = {runner.name: runner
             for runner in runners.RUNNERS + runners.MORE_RUNNERS}
    if names is None:
        chosen = list(runners.RUNNERS)
    else:
        unknown = [name for name in names.split(",") if name not in known]
        if unknown:
            sys.exit(f"bench: no runner is called {', '.join(unknown)}")
        chosen = [known[name] for name in names.split(",")]
    for runner in chosen:
        if not runner.is_available(tools):
            runtime.say(f"bench: {runner.title} is not installed")
    return [runner for runner in chosen if runner.is_available(tools)]


def measure_programs(options, tools, selected, chosen):
    """Returns the report, and whether all checksums agreed."""
    rows = runtime.build_all(tools, selected, chosen)
    runtime.run_all(tools.launcher, rows, chosen,
                    1 if options.quick else options.rounds,
                    ["1"] if options.quick else [])
    text = report.run_time(rows, chosen, options.worst_first)
    text += "\n" + report.size_and_memory(rows, chosen)
    return text, not any(row.wrong for row in rows)


def main():
    options = parse_arguments()
    build = os.path.abspath(options.build)
    os.makedirs(build, exist_ok=True)
    tools = runners.find_tools(options.wasmc, build)
    chosen = choose_runners(options.runners, tools)
    selected = [program for program in catalogue.own_programs()
                if re.search(options.filter, program.name)]
    if options.list:
        for item in selected + runners.RUNNERS + runners.MORE_RUNNERS:
            print(item.name)
        return 0
    parts, text, agreed = options.what.split(","), [], True
    if "run" in parts:
        if not selected:
            sys.exit("bench: no program matches")
        measured, agreed = measure_programs(options, tools, selected, chosen)
        text.append(measured)
    if "compile" in parts:
        text.append(compiletime.compile_time(tools))
    with open(os.path.join(build, "table.md"), "w") as file:
        file.write("\n".join(text))
    print("\n".join(text), end="")
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
