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


def features_off(suite, script):
    """What the core specification has not, whose absence core's tests check."""
    proposal = os.path.join(suite, "proposals", "custom-page-sizes")
    return () if script.startswith(proposal) else ("custom-page-sizes",)


def run(options, scripts, disabled, target, level):
    """The tool's lines without the last, the counts in that, and its status."""
    command = [options.tool, "--target=" + target, "-O" + level,
               "--root=" + os.path.abspath(options.suite),
               "--skip-file=" + os.path.join(HERE, "..", "Spec", "skips.txt")]
    command += ["--disable=" + feature for feature in disabled]
    if target == "windows":
        command.append("--launcher=wine")
    if options.jobs:
        command.append(f"-j{options.jobs}")
    if options.verbose:
        command.append("-v")
    result = subprocess.run(command + scripts, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True,
                            errors="backslashreplace")
    lines = result.stdout.splitlines()
    words = lines[-1].replace(",", "").split() if lines else []
    if words[1::2] != ["passed", "failed", "skipped"]:
        return lines, [0, 1, 0], 1
    return lines[:-1], [int(word) for word in words[0::2]], result.returncode


def main():
    options = parse_arguments()
    scripts = find_scripts(pathlib.Path(options.suite), options.scripts)
    groups = {}
    for script in scripts:
        disabled = features_off(os.path.abspath(options.suite), script)
        groups.setdefault(disabled, []).append(script)
    all_counts, status = {}, 0
    for target, level in CONFIGURATIONS:
        name = f"{target} -O{level}"
        sums = [0, 0, 0]
        for disabled, group in groups.items():
            lines, counts, code = run(options, group, disabled, target, level)
            status |= code != 0
            sums = [a + b for a, b in zip(sums, counts)]
            for line in lines:
                print(f"[{name}] {line}")
        all_counts[name] = sums
        print("{}: {} passed, {} failed, {} skipped".format(name, *sums),
              flush=True)
    if options.counts:
        with open(options.counts, "w") as file:
            json.dump(all_counts, file)
    return status


if __name__ == "__main__":
    sys.exit(main())
