"""race.py DIRECTORY PROGRAM: runs PROGRAM while DIRECTORY/inside/d is swapped
with a symbolic link to DIRECTORY/outside as fast as can be."""

import os
import shutil
import subprocess
import sys

directory, program = sys.argv[1:]
shutil.rmtree(directory, ignore_errors=True)
inside, outside = directory + "/inside", directory + "/outside"
os.makedirs(inside + "/real")
os.makedirs(outside)
for name, text in ((inside + "/real/f", "inside"), (outside + "/f", "outside")):
    with open(name, "w") as file:
        file.write(text)
os.symlink("../outside", inside + "/link")
os.rename(inside + "/real", inside + "/d")


def state():
    """All that a program could change outside."""
    return {name: (os.lstat(path).st_mtime_ns, os.lstat(path).st_nlink,
                   os.path.isfile(path) and open(path).read())
            for name in [".", *os.listdir(outside)]
            for path in [os.path.join(outside, name)]}


before = state()
process = subprocess.Popen([program], stdout=subprocess.PIPE)
while process.poll() is None:
    for _ in range(100):
        os.rename(inside + "/d", inside + "/real")
        os.rename(inside + "/link", inside + "/d")
        os.rename(inside + "/d", inside + "/link")
        os.rename(inside + "/real", inside + "/d")
print(process.stdout.read().decode() + ", " +
      ("as before" if state() == before else f"changed: {state()}"))
sys.exit(process.returncode)
