#!/usr/bin/env python3
"""Measures wasmc beside native code, wasm2c and V8: how fast programs run, start
and are compiled. `./dev bench` calls it; docs/Performance.md explains."""

import argparse
import os
import re
import sys

sys.dont_write_bytecode = True  # the sources' folder stays as it is

import catalogue
import codesize
import compiletime
import fetch
import report
import runners
import runtime
import windows
from cache import BuildError

PARTS = ["run", "windows", "size", "start", "compile", "shapes"]
DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "docs")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wasmc", default="build/bin/wasmc")
    parser.add_argument("--build", default="build/bench",
                        help="folder of what the bench makes")
    parser.add_argument("--filter", default="", metavar="REGEX",
                        help="only programs whose name matches")
    parser.add_argument("--own", action="store_true",
                        help="only programs that need not be fetched")
    parser.add_argument("--runners", metavar="NAME,...",
                        help="only these runners; --list shows their names")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true",
                        help="one round of little work: checks the checksums")
    parser.add_argument("--what", default=",".join(PARTS), metavar="PART,...",
                        help="run: how fast programs are; windows: and under "
                        "Wine; size: how much code a module becomes; start: how "
                        "fast programs start; compile: how fast the compiler "
                        "is; shapes: how it does on modules made by rule "
                        "(default: all)")
    parser.add_argument("--worst-first", action="store_true",
                        help="sort by the first ratio")
    parser.add_argument("--write-docs", action="store_true",
                        help="put tables and charts into docs/Performance.md")
    parser.add_argument("--list", action="store_true",
                        help="show programs and runners, and do nothing")
    options = parser.parse_args()
    options.parts = options.what.split(",")
    options.arguments = ["1"] if options.quick else []
    if options.quick:
        options.rounds = 1
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        parser.error(f"--what has no {', '.join(unknown)}")
    return options


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


def choose_programs(options, build):
    """The programs that the options name, of ours and of others."""
    programs = [program for program in catalogue.own_programs()
                if re.search(options.filter, program.name)]
    if not options.own:
        programs += fetch.application_programs(build, options.filter)
    if not programs:
        sys.exit("bench: no program matches")
    return programs


def measure_programs(options, tools, build, chosen):
    """Returns {title of a table: Markdown}, {file: chart}, and whether all
    checksums agreed."""
    rows = runtime.build_all(tools, choose_programs(options, build), chosen)
    runtime.run_all(tools.launcher, rows, chosen, options.rounds,
                    options.arguments)
    tables = {
        "run-time": report.run_time(rows, chosen, options.worst_first),
        "size-and-memory": report.size_and_memory(rows, chosen)}
    return (tables, report.charts(rows, chosen),
            not any(row.wrong for row in rows))


def sqlite_module(tools, build):
    """The path of SQLite's module, or None if it cannot be fetched."""
    programs = fetch.application_programs(build, "^sqlite$")
    try:
        return runners.build_module(tools, programs[0]) if programs else None
    except BuildError as error:
        runtime.say(str(error))
        return None


def write_docs(tables, charts):
    """Replaces what is between the marks of each table in Performance.md."""
    path = os.path.join(DOCS, "Performance.md")
    with open(path) as file:
        text = file.read()
    for name, content in tables.items():
        begin, end = f"<!-- bench {name} -->\n", f"<!-- end {name} -->"
        if begin not in text or end not in text:
            sys.exit(f"bench: {path} has no place for {name}")
        before, rest = text.split(begin, 1)
        text = before + begin + content + end + rest.split(end, 1)[1]
    with open(path, "w") as file:
        file.write(text)
    for name, content in charts.items():
        with open(os.path.join(DOCS, name), "w") as file:
            file.write(content)


def main():
    options = parse_arguments()
    build = os.path.abspath(options.build)
    os.makedirs(build, exist_ok=True)
    tools = runners.find_tools(options.wasmc, build)
    if options.list:
        for item in (catalogue.own_programs() + fetch.APPLICATIONS +
                     runners.RUNNERS + runners.MORE_RUNNERS):
            print(item.name)
        return 0
    chosen = choose_runners(options.runners, tools)
    tables, charts, agreed = {}, {}, True
    if "run" in options.parts:
        tables, charts, agreed = measure_programs(options, tools, build, chosen)
    if "windows" in options.parts:
        tables["windows"], right = windows.compare(
            tools, choose_programs(options, build), options.rounds,
            options.arguments)
        agreed = agreed and right
    if "size" in options.parts:
        tables["code-size"] = codesize.compare(
            tools, choose_programs(options, build))
    if "start" in options.parts:
        tables["start-up"] = report.start_up(runtime.start_up(
            tools, chosen, catalogue.hello_program()))
    if "compile" in options.parts:
        tables["compile-time"] = compiletime.real_modules(
            tools, sqlite_module(tools, build))
    if "shapes" in options.parts:
        tables["shapes"] = compiletime.shaped_modules(tools)
    tables = {name: table for name, table in tables.items() if table}
    text = "\n".join(tables.values())
    for name, content in dict(charts, **{"tables.md": text}).items():
        with open(os.path.join(build, name), "w") as file:
            file.write(content)
    if options.write_docs:
        write_docs(tables, charts)
    print(text, end="")
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
