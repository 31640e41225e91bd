"""in_terminal.py COMMAND...: runs COMMAND in a terminal, types "typed" and
Enter, and prints what it shows."""

import os
import pty
import sys

process, terminal = pty.fork()
if process == 0:
    os.execv(sys.argv[1], sys.argv[1:])
os.write(terminal, b"typed\n")
shown = b""
try:
    while data := os.read(terminal, 1000):
        shown += data
except OSError:  # Linux's word for "the other end is closed"
    pass
_, status = os.waitpid(process, 0)
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.exit(os.waitstatus_to_exitcode(status))
