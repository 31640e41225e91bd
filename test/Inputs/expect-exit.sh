#!/bin/sh
# expect-exit.sh N COMMAND...: succeeds if COMMAND's exit status is N. `not`
# takes any failure, so a crash could pass for a diagnosed error.
want=$1
shift
"$@"
got=$?
if [ "$got" -ne "$want" ]; then
  echo "expect-exit: exit status $got, expected $want: $*" >&2
  exit 1
fi
