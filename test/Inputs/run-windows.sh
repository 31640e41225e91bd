#!/bin/sh
# run-windows.sh PROGRAM ARGS...: runs a Windows program under Wine with its
# exit status, its output bytes untouched, and no longer than a minute.
WINEDEBUG=${WINEDEBUG:--all}
export WINEDEBUG
exec timeout -k 5 "${WASMC_RUN_TIMEOUT:-240}" wine "$@"
