"""Checks that includes go the way docs/Architecture.md says: one row a rule,
one line of output a violation.

usage: check_layering.py SOURCE_DIR
"""

import pathlib
import re
import sys

OS_HEADER = (r'<(unistd|fcntl|signal|pthread|dlfcn|poll|termios|windows|winternl'
             r'|winsock2|sys/.*|linux/.*|asm/.*|netinet/.*)\.h>')

# (files, forbidden in their text, why)
RULES = [
    ("lib/Frontend/**/*", r'#include "(llvm/(IR|Target|MC|CodeGen|Passes|Transforms'
     r'|Analysis|Object|Bitcode|Linker)/|lld/|Codegen/|abi/|wasi/|.*runtime-lib)',
     "the frontend knows LLVMSupport only"),
    ("lib/Frontend/**/*", f"#include {OS_HEADER}", "no OS headers in lib"),
    ("lib/Codegen/[!L]*", r'#include "lld/', "only Link* uses lld"),
    ("lib/Codegen/L[!i]*", r'#include "lld/', "only Link* uses lld"),
    ("lib/Codegen/*", f"#include {OS_HEADER}", "no OS headers in lib"),
    ("lib/Codegen/*", r'#include "(runtime-lib/.*|wasi/.*|os)\.h"',
     "the compiler shares only abi/ and .def files with the runtime library"),
    ("lib/Codegen/Link*", r'#include "(Frontend/|llvm/(IR|CodeGen|Passes|Target)/)',
     "the linker's part knows neither modules nor IR"),
    ("runtime-lib/*", f'#include ({OS_HEADER}|"(posix|windows)/)',
     "shared runtime code reaches the OS through os.h"),
    ("runtime-lib/wasi/**/*", f'#include ({OS_HEADER}|"(\\.\\./)?(posix|windows)/)',
     "WASI code reaches the OS through os.h"),
    ("runtime-lib/*", r"\b(_WIN32|__linux__)\b", "which OS this is, os.h knows"),
    ("runtime-lib/wasi/**/*", r"\b(_WIN32|__linux__)\b",
     "which OS this is, os.h knows"),
    # The two headers of numbers and plain structs are part of os.h's seam.
    ("runtime-lib/posix/*", r'#include "wasi/(?!wasi_(errno|types)\.h)',
     "the OS layer knows no WASI"),
    ("runtime-lib/windows/*", r'#include "wasi/(?!wasi_(errno|types)\.h)',
     "the OS layer knows no WASI"),
    ("runtime-lib/**/*", r'#include ["<](llvm|lld)/', "no LLVM in the runtime"),
    ("runtime-lib/**/*", r"#include <(string|vector|new|memory|algorithm|iostream"
     r"|map|functional|utility|type_traits|std(lib|io)\.h|string\.h|math\.h)>",
     "the runtime is freestanding"),
]


def main():
    source = pathlib.Path(sys.argv[1])
    violations = 0
    for pattern, forbidden, why in RULES:
        files = [f for f in source.glob(pattern)
                 if f.suffix in (".cpp", ".h", ".S", ".def")]
        if not files:
            print(f"{pattern}: no such file; the rule is out of date")
            violations += 1
        for file in files:
            for number, line in enumerate(file.read_text().splitlines(), 1):
                if re.search(forbidden, line):
                    print(f"{file.relative_to(source)}:{number}: {why}: {line}")
                    violations += 1
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
