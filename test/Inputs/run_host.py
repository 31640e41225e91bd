#!/usr/bin/env python3
"""Builds a host in C or C++ with modules as libraries, and runs it.

run_host.py --compiler 'wasmc ...' --tmp DIR [--ways lib,so,...] [--imports FILE]
            HOST MODULE... [-- OPTION...]

The ways are lib (a static library) and object, for Linux and for Windows, so
and dll. Each must print the same, which is then printed once. A host whose
name ends in .cpp is C++. --imports is C that a shared library contains.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys

import windows_program

LINUX_WAYS = ("lib", "object", "so")
WINDOWS_WAYS = ("lib", "object", "dll")


def run(command, folder):
    result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE,
                            stdin=subprocess.DEVNULL)
    if result.returncode != 0:
        sys.exit(f"{shlex.join(command)}: exit status {result.returncode}\n" +
                 result.stdout.decode(errors="replace"))


def namespace_of(module):
    return os.path.splitext(os.path.basename(module))[0].replace("-", "_")


class Build:
    def __init__(self, options, system, way):
        self.options = options
        self.is_windows = system == "windows"
        self.way = way
        self.folder = os.path.join(options.tmp, f"{system}-{way}")
        prefix = "x86_64-w64-mingw32-" if self.is_windows else ""
        is_cxx = options.host.endswith(".cpp")
        self.cc = [prefix + "gcc", "-O1", "-Wall", "-Wextra", "-Werror"]
        self.host_cc = list(self.cc)
        if is_cxx:
            self.host_cc[0] = prefix + "g++"
            self.host_cc.append("-fno-exceptions")

    def library(self, module):
        """What the host links for a module, which this makes."""
        name = namespace_of(module)
        output = {"lib": f"{name}.lib" if self.is_windows else f"lib{name}.a",
                  "object": f"{name}.obj" if self.is_windows else f"{name}.o",
                  "so": f"lib{name}.so",
                  "dll": f"{name}.dll"}[self.way]
        kind = {"lib": ["--emit=lib"],
                "object": ["-c", f"--namespace={name}"],
                "so": ["-shared"], "dll": ["-shared"]}[self.way]
        target = "windows" if self.is_windows else "linux"
        command = (shlex.split(self.options.compiler) + self.options.flags +
                   kind + [f"--target={target}", "--emit-header", module, "-o",
                           output])
        if self.options.imports and self.way in ("so", "dll"):
            run(self.options_for_header(command, name), self.folder)
            run(self.cc + ["-fPIC", "-I.", "-c", self.options.imports, "-o",
                           "imports.o"], self.folder)
            command.append("imports.o")
        run(command, self.folder)
        return output

    @staticmethod
    def options_for_header(command, name):
        kept = [word for word in command if word != "-shared"]
        return kept[:-1] + [f"{name}.h", "--emit=header"]

    def run(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        libraries = [self.library(module) for module in self.options.modules]
        if self.options.imports and self.way not in ("so", "dll"):
            libraries.insert(0, self.options.imports)
        program = "host.exe" if self.is_windows else "./host"
        command = self.host_cc + ["-I.", self.options.host, "-o", program]
        command += ["-x", "none"] + libraries
        if self.is_windows:
            command += ["-lntdll", "-lws2_32", "-static"]
        else:
            command += ["-rdynamic", "-Wl,-rpath,$ORIGIN", "-pthread"]
        run(command, self.folder)
        result = windows_program.start([program], self.is_windows,
                                       cwd=self.folder,
                                       stdin=subprocess.DEVNULL)
        sys.stderr.buffer.write(result.stderr)
        text = result.stdout.decode(errors="replace").replace("\r\n", "\n")
        return f"{text}exit status {result.returncode}\n"


def main():
    arguments, flags = sys.argv[1:], []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, flags = arguments[:at], arguments[at + 1:]
    parser = argparse.ArgumentParser()
    for name in ("--compiler", "--tmp"):
        parser.add_argument(name, required=True)
    parser.add_argument("--ways", default="lib,object,so")
    parser.add_argument("--imports")
    parser.add_argument("host")
    parser.add_argument("modules", nargs="+")
    options = parser.parse_args(arguments)
    options.flags = flags
    ways = options.ways.split(",")
    outputs = {}
    for system, known in (("linux", LINUX_WAYS), ("windows", WINDOWS_WAYS)):
        for way in known:
            if way in ways:
                outputs[f"{system} {way}"] = Build(options, system, way).run()
    first = next(iter(outputs))
    for name, output in outputs.items():
        if output != outputs[first]:
            sys.exit(f"--- {first} printed\n{outputs[first]}"
                     f"--- but {name} printed\n{output}")
    sys.stdout.write(outputs[first])


main()
