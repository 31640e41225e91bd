#!/bin/sh
# run-documents.sh PREFIX LLVM-TOOLS PYTHON COMMAND...: runs a command as a
# reader of the documents would: wasmc is installed, and LLVM's tools have the
# names without a version.
tools=$1/tools
mkdir -p "$tools"
for tool in clang clang++; do
  ln -sf "$(command -v $tool-19)" "$tools/$tool"
done
printf '#!/bin/sh\nexec %s %s "$@"\n' "$3" "$2/../build/utils/lit/lit.py" \
  > "$tools/lit"
chmod +x "$tools/lit"
PATH=$1/bin:$tools:/usr/bin:/bin
export PATH
shift 3
exec "$@"
