"""Assembles each module that a test file lists, one a line:

REJECT: text => message   the only error, with line and column
INVALID: text => message  likewise, of a module that assembles
BYTES: text => hex        bytes that the binary module contains
SAME: text => text        two texts of one binary module

In a text, '\\n' stands for a line's end and '\\xNN' for a byte.

usage: assemble_each.py TEST WASMC [ARGUMENT...]
"""

import re
import subprocess
import sys


def unescape(text):
    data = text.replace("\\n", "\n").encode("utf-8")
    return re.sub(rb"\\x([0-9a-f]{2})",
                  lambda match: bytes([int(match.group(1), 16)]), data)


def assemble(command, text, validate=False):
    action = ["--validate", "-"] if validate else ["--emit=wasm", "-", "-o", "-"]
    return subprocess.run(command + ["-x", "wat"] + action,
                          input=unescape(text), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60)


def problem(command, kind, text, expected):
    """What is wrong, or None."""
    result = assemble(command, text)
    if kind == "INVALID":
        if result.returncode != 0:
            return f"status {result.returncode} when assembled"
        result = assemble(command, text, validate=True)
    message = result.stderr.decode("utf-8", "backslashreplace").strip()
    if kind == "INVALID":
        message = message.split("\n")[0]  # the rest tells the function
    if kind in ("REJECT", "INVALID"):
        match = re.fullmatch(r"<stdin>:(\d+:\d+): error: (.*)", message)
        got = f"{match[1]}: {match[2]}" if match else message
        if result.returncode != 1 or got != expected:
            return f"status {result.returncode}, {got!r}"
        return None
    if result.returncode != 0:
        return f"status {result.returncode}, {message!r}"
    if kind == "SAME":
        other = assemble(command, expected)
        if other.returncode != 0 or other.stdout != result.stdout:
            return f"{result.stdout.hex()} and {other.stdout.hex()}"
        return None
    if bytes.fromhex(expected) not in result.stdout:
        return result.stdout.hex(" ")
    return None


def main():
    test, command = sys.argv[1], sys.argv[2:]
    with open(test, encoding="utf-8") as file:
        cases = re.findall(r"^(REJECT|INVALID|BYTES|SAME): (.*) => (.*)$", file.read(),
                           re.MULTILINE)
    failed = 0
    for kind, text, expected in cases:
        wrong = problem(command, kind, text, expected)
        if wrong:
            failed += 1
            print(f"{kind}: {text}\n  expected: {expected}\n  got: {wrong}")
    if not cases:
        print("no cases")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
