"""at_once.py N STATUS COMMAND...: runs COMMAND N times at once; each must end
with STATUS and say nothing."""

import subprocess
import sys

number, status = int(sys.argv[1]), int(sys.argv[2])
running = [subprocess.Popen(sys.argv[3:], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT) for _ in range(number)]
for process in running:
    output = process.communicate(timeout=300)[0]
    assert process.returncode == status and not output, (process, output)
