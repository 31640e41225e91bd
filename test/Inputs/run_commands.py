#!/usr/bin/env python3
"""Runs the commands of a document in the current folder, and prints them.

run_commands.py --doc FILE.md --compiler 'wasmc ...'

They are the lines of its code blocks without a language. Each must succeed.
"""

import argparse
import shlex
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--doc", required=True)
parser.add_argument("--compiler", required=True)
options = parser.parse_args()

fence = None
for line in open(options.doc, encoding="utf-8"):
    line = line.rstrip("\n")
    if line.startswith("```"):
        fence = line[3:] if fence is None else None
        continue
    if fence != "" or not line:
        continue
    words = shlex.split(line)
    if words[0] == "wasmc":
        words = shlex.split(options.compiler) + words[1:]
    print(line, flush=True)
    if subprocess.run(words).returncode != 0:
        sys.exit(f"failed: {line}")
