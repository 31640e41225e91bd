#!/bin/sh
# run-linux.sh PROGRAM ARGS...: runs a program no longer than a minute.
exec timeout -k 5 "${WASMC_RUN_TIMEOUT:-240}" "$@"
