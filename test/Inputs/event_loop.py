"""Starts event-loop.c and drives it: each step waits for the line before.

usage: event_loop.py PORT COMMAND...
"""

import socket
import subprocess
import sys

program = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE, text=True)
peer = None


def type_line(text):
    program.stdin.write(text + "\n")
    program.stdin.flush()


def connect():
    global peer
    peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 60)


STEPS = [
    ("idle", lambda: type_line("one")),
    ("input: one", connect),
    ("connected", lambda: peer.sendall(b"hello\n")),
    ("peer: hello", lambda: type_line("two")),
    ("input: two", lambda: peer.sendall(b"bye\n")),
    ("peer: bye", lambda: peer.close()),
    ("peer: end", connect),
    ("connected", lambda: peer.sendall(b"again\n")),
    ("peer: again", lambda: program.stdin.close()),
    ("input: end", lambda: None),
]

try:
    for line in program.stdout:
        line = line.strip()
        print(line, flush=True)
        if line == STEPS[0][0]:
            STEPS.pop(0)[1]()
    print("steps left:", len(STEPS), "status:", program.wait(60))
finally:
    program.kill()
