"""interrupt.py DIR COMMAND...: ends COMMAND by SIGTERM once it has created
something in DIR, and tells what DIR held before and after."""

import os
import signal
import subprocess
import sys
import time

folder, command = sys.argv[1], sys.argv[2:]
process = subprocess.Popen(command)
deadline = time.time() + 60
while not os.listdir(folder) and time.time() < deadline:
    time.sleep(0.01)
time.sleep(0.2)
print(f"while running: {len(os.listdir(folder))} entries")
process.send_signal(signal.SIGTERM)
process.wait(timeout=60)
print(f"after the signal: {len(os.listdir(folder))} entries")
