"""Builds a test of the runtime library for each target and runs it there: a
C++ source in place of the code that wasmc would generate, linked as wasmc does
it. Test code and runtime share a process, so that a test can compare the
runtime with the system's own calls, and count what it leaves behind.

usage: run_runtime.py SOURCE --tmp PREFIX --compiler WASMC [--targets T,...]
                      [--env NAME=VALUE]... [--timeout S] [--build-only]
                      [--args ARGS...]
"""

import argparse
import os
import shlex
import subprocess
import sys

import windows_program

HERE = os.path.dirname(os.path.abspath(__file__))
RUNTIME = os.path.normpath(os.path.join(HERE, "../../runtime-lib"))

FLAGS = {
    "linux": ["--target=x86_64-linux-gnu", "-fPIE"],
    "windows": ["--target=x86_64-w64-mingw32", "-fno-auto-import", "-isystem",
                "/usr/x86_64-w64-mingw32/include", "-D_WIN32_WINNT=0x0A00",
                "-DWIN32_LEAN_AND_MEAN", "-DUNICODE"],
}
COMMON = ["-std=c++20", "-O1", "-ffreestanding", "-fno-exceptions", "-fno-rtti",
          "-fno-threadsafe-statics", "-fno-stack-protector", "-fno-builtin",
          "-Wall", "-Wextra", "-Wno-unused-parameter", "-Wno-unused-function",
          "-I", RUNTIME, "-I", HERE]


def must(command, **kwargs):
    result = subprocess.run(command, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, **kwargs)
    if result.returncode != 0:
        print("FAILED:", shlex.join(command))
        print(result.stdout.decode("utf-8", "replace"))
        sys.exit(1)
    return result.stdout.decode("utf-8", "replace")


def import_library(options, dll):
    """What test code calls beyond what the runtime does."""
    library = f"{options.tmp}.{dll}.lib"
    must(["llvm-dlltool", "-m", "i386:x86-64", "-d",
          f"{HERE}/runtime_test_{dll}.def", "-l", library])
    return library


def build(options, target):
    suffix = ".exe" if target == "windows" else ""
    program = f"{options.tmp}.{target}{suffix}"
    objects = [program + ".o"]
    must(["clang++-19"] + FLAGS[target] + COMMON +
         ["-c", options.source, "-o", objects[0]])
    if target == "windows":
        objects += [import_library(options, "kernel32"),
                    import_library(options, "ntdll")]
    # wasmc tells how it links.
    shown = must(shlex.split(options.compiler) +
                 ["--target=" + target, "-###", HERE + "/hello.wat", "-o",
                  program], env=dict(os.environ, LC_ALL="C"))
    command = []
    for word in shlex.split(shown.strip().splitlines()[-1]):
        if word == "<objects>":
            command += objects
        elif word != "-s":
            command.append(word)
    must(command)
    return program


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("--tmp", required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--targets", default="linux,windows")
    parser.add_argument("--env", action="append", default=[])
    parser.add_argument("--timeout", type=int, default=120)
    parser.add_argument("--build-only", action="store_true")
    parser.add_argument("--args", nargs=argparse.REMAINDER, default=[])
    options = parser.parse_args()
    environment = dict(os.environ,
                       **dict(e.split("=", 1) for e in options.env))
    for target in options.targets.split(","):
        program = build(options, target)
        if options.build_only:
            continue
        try:
            result = windows_program.start(
                [program] + options.args, target == "windows",
                stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT,
                env=environment, timeout=options.timeout)
            status, output = result.returncode, result.stdout
        except subprocess.TimeoutExpired as error:
            status, output = "still running", error.stdout or b""
        print(f"--- {target}")
        print(output.decode("utf-8", "replace"))
        if status != 0:
            print(f"FAILED [{target}]: exit status {status}: "
                  f"{shlex.join([program] + options.args)}")
            sys.exit(1)


main()
