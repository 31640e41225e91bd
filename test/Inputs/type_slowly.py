"""type_slowly.py COMMAND...: runs COMMAND in a terminal. For each line
"type: TEXT" on its standard error, types TEXT, in which \\n is Enter; prints its
other lines."""

import os
import pty
import subprocess
import sys
import threading

keyboard, terminal = pty.openpty()
process = subprocess.Popen(sys.argv[1:], stdin=terminal, stdout=terminal,
                           stderr=subprocess.PIPE, start_new_session=True)
os.close(terminal)


def show():
    """What the terminal shows must be read, or the program would wait."""
    try:
        while os.read(keyboard, 1000):
            pass
    except OSError:  # Linux's word for "the other end is closed"
        pass


threading.Thread(target=show, daemon=True).start()
for line in process.stderr:
    text = line.decode().rstrip("\r\n")
    if text.startswith("type: "):
        os.write(keyboard, text[6:].replace("\\n", "\r").encode())
    else:
        print(text, flush=True)
sys.exit(process.wait())
