"""damage_policy.py PROGRAM COMMAND: runs COMMAND on damaged copies of PROGRAM
and prints what it said of them."""

import shlex
import subprocess
import sys

program, command = sys.argv[1], shlex.split(sys.argv[2])
copy = program + ".damaged"
with open(program, "rb") as file:
    whole = file.read()
policy = whole.index(b"WASMCPOL")


def run(data):
    with open(copy, "wb") as file:
        file.write(data)
    return subprocess.run(command + [copy], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60)


def patch(offset, value):
    at = policy + offset
    result = run(whole[:at] + value + whole[at + len(value):])
    assert result.returncode == 1 and not result.stdout, result
    return result.stderr.decode().split("error: ")[1].strip()


cuts = [len(whole) * i // 40 for i in range(40)] + [policy + i for i in (0, 12, 30)]
print("cut:", sum(run(whole[:cut]).returncode not in (0, 1) for cut in cuts),
      "crashes")
print("size:", patch(12, b"\xff\xff\xff\x7f"))
print("count:", patch(20, b"\xff\xff\xff\xff"))
print("text:", patch(25, b"\xff\xff\xff\xff"))
