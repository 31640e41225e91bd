#!/bin/sh
# at-most.sh BYTES FILE: fails, with the size, if FILE is larger.
size=$(stat -c %s "$2")
[ "$size" -le "$1" ] || { echo "$2: $size bytes, more than $1" >&2; exit 1; }
