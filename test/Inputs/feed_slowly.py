"""feed_slowly.py PROGRAM: five bytes when PROGRAM says it saw nothing, the end
when it has read them."""

import subprocess
import sys

process = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE)
for line in process.stdout:
    sys.stdout.buffer.write(line)
    if line.startswith(b"nothing"):
        process.stdin.write(b"12345")
        process.stdin.flush()
    elif line.startswith(b"again"):
        process.stdin.close()
sys.exit(process.wait())
