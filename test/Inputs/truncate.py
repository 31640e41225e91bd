"""truncate.py MODULE -- COMPILER...: compiles every prefix of a module.

Each prefix has to fail with status 1, one error and no output, except those
that end between sections, which may be modules themselves.
"""

import os
import subprocess
import sys


def section_ends(data):
    """Offsets at which a whole number of sections ends."""
    ends, offset = [8], 8
    while offset < len(data):
        offset += 1
        size = shift = 0
        while True:
            byte = data[offset]
            offset += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        offset += size
        ends.append(offset)
    return ends


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    compiler = sys.argv[3:]
    whole = section_ends(data)
    bad = 0
    for length in range(len(data)):
        with open("cut.wasm", "wb") as file:
            file.write(data[:length])
        result = subprocess.run(compiler + ["cut.wasm", "-o", "cut.out"],
                                capture_output=True, text=True, timeout=60)
        left = os.path.exists("cut.out")
        if length in whole:
            if left:
                os.remove("cut.out")
            if result.returncode in (0, 1):
                continue
        errors = result.stderr.count("error:")
        if result.returncode != 1 or errors != 1 or left:
            print(f"cut to {length} bytes: status {result.returncode}, "
                  f"{errors} errors, output left: {left}\n{result.stderr}")
            bad += 1
    if bad:
        sys.exit(1)
    print("every truncation gave one error")


if __name__ == "__main__":
    main()
