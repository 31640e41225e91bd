#!/usr/bin/env bash
# demo.sh WASMC DIR: from a C source to a Linux and a Windows program, and runs
# both. Compiling C needs clang-19 with wasi-libc; wasmc itself needs neither.
set -euo pipefail
examples=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
wasmc=$(realpath "$1")
mkdir -p "$2"
cd "$2"
cp "$examples/sea.txt" .

# show COMMAND...: prints a command and runs it.
show() {
  printf '\n\033[1m$ %s\033[0m\n' "${*/$wasmc/wasmc}"
  "$@"
}

show clang-19 --target=wasm32-wasi -O2 -o wordfreq.wasm "$examples/wordfreq.c"
# The programs may use the current folder, and nothing else.
show "$wasmc" wordfreq.wasm --dir=.
show "$wasmc" wordfreq.wasm --dir=. -o wordfreq.exe
show ls -l wordfreq.wasm wordfreq wordfreq.exe
show ./wordfreq -n 5 sea.txt
show ./wordfreq -o linux.txt sea.txt
show wine wordfreq.exe -n 5 sea.txt
show wine wordfreq.exe -o windows.txt sea.txt
show cmp linux.txt windows.txt
printf '\nBoth programs wrote the same report.\n'
