"""Reads WasiFunctions.def.

wasi_functions.py DEF table                 the table of docs/WASI.md
wasi_functions.py DEF check-table DOC       whether DOC has that table
wasi_functions.py DEF check-tests FOLDER    whether each function has its test
"""

import os
import re
import sys

MARK = ("<!-- Generated from runtime-lib/wasi/WasiFunctions.def by "
        "test/Inputs/wasi_functions.py; do not edit. -->\n")
END = "<!-- End of the generated table. -->\n"


class Parameter:
    """`kind` is the letter of the type, "" for a plain number; `size` the bytes
    that an address must have."""

    def __init__(self, text):
        self.name, _, kind = text.partition("=")
        self.kind, self.size = kind[:1], 0
        if self.kind in ("x", "a"):
            self.size = int(kind[1:])
        elif self.kind in ("2", "4", "8"):
            self.size = int(kind)

    def is_result(self):
        return self.kind in ("x", "2", "4", "8", "t")

    def core_count(self):
        return 2 if self.kind in ("b", "s", "t", "v") else 1


class Function:
    def __init__(self, name, result, core, arguments, limits):
        self.name, self.result, self.limits = name, result, limits
        self.core = re.findall(r"I32|I64", core)
        self.parameters = [Parameter(word) for word in arguments.split()]
        assert len(self.core) == sum(p.core_count() for p in self.parameters), name


def read_strings(text, macros):
    """String literals and macros beside each other."""
    return "".join(macros[word] if word else literal.replace("\\\\", "\\")
                   for literal, word in re.findall(r'"((?:[^"\\]|\\.)*)"|(\w+)', text))


def read_functions(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"^ *//.*$", "", file.read(), flags=re.MULTILINE)
    macros = dict(re.findall(r'^#define (WASI_\w+) "(.*)"$', text, re.MULTILINE))
    strings = r'((?:\s*(?:"(?:[^"\\]|\\.)*"|WASI_\w+))+)'
    rows = re.findall(r"^WASI_FUNCTION\((\w+), (\w+), \(([^)]*)\)," + strings + "," +
                      strings + r"\)", text, re.MULTILINE)
    assert len(rows) == len(re.findall(r"^WASI_FUNCTION\(", text, re.MULTILINE))
    return [Function(name, result, core, read_strings(arguments, macros),
                     read_strings(limits, macros))
            for name, result, core, arguments, limits in rows]


def table(functions):
    lines = [MARK, "| function | limits, and differences between the systems |\n",
             "|---|---|\n"]
    for function in functions:
        inputs = ", ".join(p.name for p in function.parameters if not p.is_result())
        results = ", ".join(p.name for p in function.parameters if p.is_result())
        arrow = " → " + results if results else ""
        lines.append(f"| `{function.name}({inputs}){arrow}` | {function.limits} |\n")
    return "".join(lines) + END


def check_table(functions, doc):
    with open(doc, encoding="utf-8") as file:
        text = file.read()
    if table(functions) in text:
        return 0
    print(f"{doc} does not have this table:")
    print(table(functions))
    return 1


def check_tests(functions, folder):
    """The test of a function is named after it, and imports it: from the
    system's interface, or by its name in the text."""
    missing = 0
    for function in functions:
        name = function.name.replace("_", "-")
        found = [f for f in os.listdir(folder) if os.path.splitext(f)[0] == name]
        text = ""
        if found:
            with open(os.path.join(folder, found[0]), encoding="utf-8") as file:
                text = file.read()
        if function.name not in text:
            print(f"{function.name} has no test {folder}/{name}.*")
            missing += 1
    return 1 if missing else 0


def main():
    functions = read_functions(sys.argv[1])
    if sys.argv[2] == "table":
        sys.stdout.write(table(functions))
        return 0
    check = {"check-table": check_table, "check-tests": check_tests}[sys.argv[2]]
    return check(functions, sys.argv[3])


if __name__ == "__main__":
    sys.exit(main())
