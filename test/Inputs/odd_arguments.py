"""odd_arguments.py PROGRAM: starts PROGRAM (sum-strings.c) with arguments and
an environment that no shell would give it, by the system call itself, and says
of each case whether all bytes arrived."""

import ctypes
import os
import sys

PROGRAM = sys.argv[1].encode()
WISH = b"WASMC_ENV=inherit" # which the program does not pass on
CASES = {
    "empty ones": ([b"", b"", b"a", b""], [b"=", b""]),
    "thirty thousand": ([b"x"] * 30000, [b"V%d=" % i for i in range(5000)]),
    "long ones": ([b"a" * 131000] * 8, [b"L=" + b"b" * 131000] * 2),
    "no UTF-8": ([bytes([i]) for i in range(1, 256)], [b"\xff=\xfe\x80"]),
    "no =, and twice": ([b"="], [b"NOTHING", b"A=1", b"A=2", b"=C:=x"]),
}


def array(strings):
    return (ctypes.c_char_p * (len(strings) + 1))(*strings, None)


def start(arguments, variables):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        ctypes.CDLL(None).execve(PROGRAM, array(arguments), array(variables))
        os._exit(99)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        output = pipe.read()
    os.waitpid(child, 0)
    return output


def line(what, strings):
    total = 0
    data = b"".join(s + b"\0" for s in strings)
    for byte in data:
        total = (total * 31 + byte) & 0xffffffff
    return f"{what} {len(strings)} {len(data)} {total}\n"


for name, (arguments, variables) in CASES.items():
    arguments = [PROGRAM] + arguments
    got = start(arguments, [WISH] + variables)
    wanted = line("arguments", arguments) + line("variables", variables)
    print(f"{name}: {'same' if got == wanted else got + 'not ' + wanted}")
