"""in_terminal.py COMMAND...: runs COMMAND in a terminal, types "typed" and
Enter, and prints what it shows."""

import os
import pty
import select
import sys

process, terminal = pty.fork()
if process == 0:
    os.execv(sys.argv[1], sys.argv[1:])
os.write(terminal, b"typed\n")
shown = b""
status = None
while True:
    if select.select([terminal], [], [], 1)[0]:
        try:
            shown += os.read(terminal, 1000)
        except OSError:  # Linux's word for "the other end is closed"
            break
    elif status is not None:  # Wine's console keeps the terminal open
        break
    if status is None:
        ended, found = os.waitpid(process, os.WNOHANG)
        status = found if ended else None
if status is None:
    status = os.waitpid(process, 0)[1]
sys.stdout.buffer.write(shown.replace(b"\r", b""))
sys.exit(os.waitstatus_to_exitcode(status))
