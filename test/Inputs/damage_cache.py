"""damage_cache.py COMMAND: damages the cache entry that COMMAND makes, and
prints how COMMAND came to its program then, and its status."""

import os
import shlex
import subprocess
import sys

command = shlex.split(sys.argv[1])


def run():
    result = subprocess.run(command, stderr=subprocess.PIPE, timeout=60)
    text = result.stderr.decode()
    name = text.split(": ")[1].split("\n")[0]
    return name, f"{text.split(':')[0]}, {result.returncode}"


entry, _ = run()
with open(entry, "rb") as file:
    whole = file.read()
middle = len(whole) // 2
for what, data in (
        ("whole", whole),
        ("empty", b""),
        ("cut", whole[:middle]),
        ("first byte", b"\x00" + whole[1:]),
        ("middle", whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1:]),
        ("last byte", whole[:-1] + bytes([whole[-1] ^ 1])),
        ("longer", whole + b"x")):
    with open(entry + ".new", "wb") as file:
        file.write(data)
    os.chmod(entry + ".new", 0o755)
    os.rename(entry + ".new", entry)
    print(f"{what}:", run()[1])
other = subprocess.run(command[:-2] + ["-O0"] + command[-2:],
                       stderr=subprocess.PIPE, timeout=60)
os.rename(other.stderr.decode().split(": ")[1].split("\n")[0], entry)
print("other name:", run()[1])
print("whole:", run()[1])
