"""damage_files.py HOW FILE...: cuts files in half, or inverts a bit of each."""

import sys

for name in sys.argv[2:]:
    with open(name, "rb") as file:
        data = bytearray(file.read())
    if sys.argv[1] == "cut":
        del data[len(data) // 2:]
    else:
        data[len(data) // 3] ^= 4
    with open(name, "wb") as file:
        file.write(data)
