"""full_pipe.py COMMAND...: runs COMMAND with more bytes to copy than fit a pipe
that nobody reads meanwhile and that does not wait. Prints its standard error,
its exit status and whether the pipe was filled."""

import os
import subprocess
import sys

CAPACITY = 65536  # of a pipe on Linux
reader, writer = os.pipe()
os.set_blocking(writer, False)
os.set_blocking(reader, False)
process = subprocess.run(sys.argv[1:], input=b"x" * (3 * CAPACITY),
                         stdout=writer, stderr=subprocess.PIPE, timeout=60)
print(process.stderr.decode(), end="")
print("exit status", process.returncode)
print("in the pipe:", len(os.read(reader, 3 * CAPACITY)))
