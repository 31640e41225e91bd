"""Runs scripts of the official test suite (docs/Testing.md) for each target and
level, and prints how many of their commands passed. Exits with 1 if any failed.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CONFIGURATIONS = [("linux", "0"), ("linux", "2"), ("windows", "2")]
# Everything of the suite that has scripts.
FOLDERS = ["core", "custom", "legacy", "proposals"]


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True, help="wasmc-wast")
    parser.add_argument("--suite", required=True, help="the suite's folder")
    parser.add_argument("--counts", help="file for the counts, as JSON")
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("scripts", nargs="*", default=FOLDERS,
                        help="scripts, folders (without those below them if "
                        "they end in '/.') or patterns, in the suite or as "
                        "they are; default: everything")
    return parser.parse_args()


def find_scripts(suite, names):
    found = []
    for name in names:
        path = pathlib.Path(name)
        if not path.exists():
            path = suite / name
        if path.is_dir():
            pattern = "*.wast" if name.endswith("/.") else "**/*.wast"
            matches = sorted(path.glob(pattern))
        elif path.exists():
            matches = [path]
        else:
            matches = sorted(suite.glob(name))
        if not matches:
            sys.exit(f"run_spec: no script is called '{name}'")
        found += [os.path.abspath(match) for match in matches]
    return found


def run(options, scripts, target, level):
    """The tool's output and exit status."""
    command = [options.tool, "--target=" + target, "-O" + level,
               "--root=" + os.path.abspath(options.suite),
               "--skip-file=" + os.path.join(HERE, "..", "Spec", "skips.txt")]
    if target == "windows":
        command.append("--launcher=wine")
    if options.jobs:
        command.append(f"-j{options.jobs}")
    if options.verbose:
        command.append("-v")
    result = subprocess.run(command + scripts, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True,
                            errors="backslashreplace")
    return result.stdout.splitlines(), result.returncode


def main():
    options = parse_arguments()
    scripts = find_scripts(pathlib.Path(options.suite), options.scripts)
    counts, status = {}, 0
    for target, level in CONFIGURATIONS:
        name = f"{target} -O{level}"
        lines, code = run(options, scripts, target, level)
        status |= code != 0
        for line in lines[:-1]:
            print(f"[{name}] {line}")
        last = lines[-1] if lines else "wasmc-wast printed nothing"
        print(f"{name}: {last}", flush=True)
        words = last.replace(",", "").split()
        if words[1::2] == ["passed", "failed", "skipped"]:
            counts[name] = [int(word) for word in words[0::2]]
    if options.counts:
        with open(options.counts, "w") as file:
            json.dump(counts, file)
    return status


if __name__ == "__main__":
    sys.exit(main())
