"""closed_pipe.py COMMAND...: runs COMMAND with bytes to copy to a pipe that
nobody reads, and prints its standard error and its exit status."""

import os
import subprocess
import sys

reader, writer = os.pipe()
os.close(reader)
process = subprocess.run(sys.argv[1:], input=b"x" * 100, stdout=writer,
                         stderr=subprocess.PIPE, timeout=60)
print(process.stderr.decode(), end="")
print("exit status", process.returncode)
