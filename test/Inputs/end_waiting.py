"""end_waiting.py SIGNAL COMMAND...: sends SIGNAL to COMMAND half a second after
its line "waiting", and prints whether that ended it."""

import signal
import subprocess
import sys
import time

# A shell's background jobs ignore it, and so would theirs.
signal.signal(signal.SIGINT, signal.SIG_DFL)
process = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE)
print(process.stdout.readline().decode().strip())
time.sleep(0.5)
process.send_signal(getattr(signal, sys.argv[1]))
try:
    process.wait(60)
    print("ended")
except subprocess.TimeoutExpired:
    print("still waiting")
    process.kill()
