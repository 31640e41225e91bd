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

process = subprocess.Popen([program], stdout=subprocess.PIPE)
while process.poll() is None:
    for _ in range(100):
        os.rename(inside + "/d", inside + "/real")
        os.rename(inside + "/link", inside + "/d")
        os.rename(inside + "/d", inside + "/link")
        os.rename(inside + "/real", inside + "/d")
created = os.path.exists(outside + "/new")
print(process.stdout.read().decode() + f", created outside {int(created)}")
sys.exit(process.returncode)
