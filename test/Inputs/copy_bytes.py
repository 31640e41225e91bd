"""copy_bytes.py SIZE COMMAND...: sends SIZE bytes of every value through
COMMAND, which copies its standard input to its standard output: by pipes, then
by files. Fails if a byte changes."""

import subprocess
import sys
import tempfile
import threading

PIECE = bytes(range(256)) * 2 + b"\r\n\n\r\x1a\x04\x00end"  # no power of two
size, command = int(sys.argv[1]), sys.argv[2:]
data = PIECE * (size // len(PIECE) + 1)

process = subprocess.Popen(command, stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def feed():
    process.stdin.write(data)
    process.stdin.close()


feeder = threading.Thread(target=feed)
feeder.start()
copy = process.stdout.read()
feeder.join()
if process.wait() != 0 or copy != data:
    sys.exit(f"by pipes: {len(copy)} bytes for {len(data)}, status "
             f"{process.returncode}")

with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
    source.write(data)
    source.seek(0)
    status = subprocess.run(command, stdin=source, stdout=target,
                            stderr=subprocess.DEVNULL).returncode
    target.seek(0)
    copy = target.read()
if status != 0 or copy != data:
    sys.exit(f"by files: {len(copy)} bytes for {len(data)}, status {status}")
