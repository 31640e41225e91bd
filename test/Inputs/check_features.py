"""Checks that each row of Features.def has a row in docs/Features.md, tests that
exist there, and a test that switches it off. One line of output for each that
has not.

usage: check_features.py SOURCE_DIR
"""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
table = (root / "lib/Frontend/Features.def").read_text()
rows = {}
for line in (root / "docs/Features.md").read_text().splitlines():
    cells = line.split("|")
    if name := re.match(r"\| `([\w-]+)` \|", line):
        rows[name.group(1)] = re.findall(r"`([^`]+)`", cells[-2])
tests = [path.read_text(errors="replace")
         for path in (root / "test").rglob("*.*")
         if path.suffix in (".wat", ".test", ".wast")]
violations = []
for name, supported in re.findall(
        r'^FEATURE\(\w+, "([\w-]+)", \w+, (\w+),', table, re.M):
    if name not in rows:
        violations.append(f"{name}: no row in docs/Features.md")
    elif not rows[name]:
        violations.append(f"{name}: docs/Features.md names no test")
    switch = "--disable-" if supported == "true" else "--enable-"
    if not any(re.search(f"{switch}{name}(?![\\w-])", test) for test in tests):
        violations.append(f"{name}: no test uses {switch}{name}")
for name, paths in rows.items():
    for path in paths:
        base = path.removeprefix("test/")
        if not list((root / "test").glob(base)) and not list(
                (root / "test").glob("*/" + base)):
            violations.append(f"{name}: there is no test {path}")
print("\n".join(violations))
sys.exit(bool(violations))
