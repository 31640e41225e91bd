#!/bin/sh
# wrong-compiler.sh MODULE OPTIONS... -o OUTPUT: writes a program that prints
# something of its own.
while [ $# -gt 1 ]; do shift; done
printf '#!/bin/sh\necho 0123456789abcdef\n' > "$1"
chmod +x "$1"
