"""in_empty_root.py ROOT COMMAND...: runs a command with ROOT as the whole file
system. The shared libraries that a program of it needs are put there first, as
its package's dependencies would be.
"""

import os
import re
import shutil
import subprocess
import sys


def copy_libraries(root, program):
    """What the dynamic linker loads for `program`, at the same paths."""
    text = subprocess.run(["ldd", program], capture_output=True, text=True)
    for path in re.findall(r"(?:=> )?(/\S+) \(0x", text.stdout):
        target = os.path.join(root, path.lstrip("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if not os.path.exists(target):
            shutil.copyfile(os.path.realpath(path), target)
            os.chmod(target, 0o755)


def main():
    root, command = sys.argv[1], sys.argv[2:]
    copy_libraries(root, os.path.join(root, command[0].lstrip("/")))
    own = [] if os.geteuid() == 0 else ["unshare", "-r"]
    path = os.pathsep.join([os.environ["PATH"], "/usr/sbin"])
    os.execvpe(own[0] if own else "chroot", own + ["chroot", root] + command,
               {"PATH": path})


main()
