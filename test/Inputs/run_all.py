"""Compiles one test for every target and level, runs each program and checks
what it printed and how it ended. docs/Testing.md describes the options.

A source is .wat, .c or .cpp (clang for wasm32-wasi) or .wasm.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys

import windows_program

HERE = os.path.dirname(os.path.abspath(__file__))


def parse_arguments(argv):
    """Splits off the lists that follow --wasmc, --clang and --args."""
    lists = {"--wasmc": [], "--clang": [], "--args": [], "--filecheck": []}
    plain, current = [], None
    for word in argv:
        if word in lists and current != "--args":
            current = word
        elif current:
            lists[current].append(word)
        else:
            plain.append(word)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("--tmp", required=True, help="prefix of files made")
    parser.add_argument("--compiler", required=True, help="wasmc, with flags")
    parser.add_argument("--filecheck-tool", required=True)
    parser.add_argument("--checks", required=True,
                        help="the test, which FileCheck reads")
    parser.add_argument("--targets", default="linux,windows")
    parser.add_argument("--levels", default="0,2")
    parser.add_argument("--exit", type=int, default=0, help="expected status")
    parser.add_argument("--check-prefix", default="CHECK")
    parser.add_argument("--no-check", action="store_true",
                        help="check the exit status only")
    parser.add_argument("--exports", action="store_true",
                        help="run the exports in ';; TRAP name: text' lines, "
                        "which trap, and those in ';; ENDS name', which do not")
    parser.add_argument("--cxx-exceptions", action="store_true",
                        help="C++ with exceptions; the module brings "
                        "cxx_exceptions.cpp for them")
    parser.add_argument("--expect", help="file with the exact standard output")
    parser.add_argument("--like-node", action="store_true",
                        help="standard output and status are node:wasi's")
    parser.add_argument("--like-native", action="store_true",
                        help="they are those of the source built for the host")
    parser.add_argument("--dir", action="append", default=[],
                        help="HOST::GUEST, for the program and for node")
    parser.add_argument("--scratch", action="store_true",
                        help="for tests of files: see run_in_scratch")
    parser.add_argument("--stdin", default=os.devnull)
    parser.add_argument("--cwd")
    parser.add_argument("--timeout", type=int, default=240, help="seconds a run")
    parser.add_argument("--compile-timeout", type=int, default=300)
    return parser.parse_args(plain), lists


def run(command, timeout, is_windows=False, **kwargs):
    """Runs `command`; the result has stdout and stderr as bytes."""
    try:
        return windows_program.start(command, is_windows, timeout=timeout,
                                     **kwargs)
    except subprocess.TimeoutExpired as error:
        return subprocess.CompletedProcess(
            command, f"none: still running after {timeout} s",
            error.stdout or b"", error.stderr or b"")


def must(command, timeout=300):
    result = run(command, timeout)
    if result.returncode != 0:
        fail("set-up", command, result, "this command failed")
        sys.exit(1)
    return result


def fail(config, command, result, why):
    print(f"FAILED [{config}]: {why}")
    print("  command:", shlex.join(command))
    print("  exit status:", result.returncode)
    for name, data in (("stdout", result.stdout), ("stderr", result.stderr)):
        print(f"  {name}:")
        for line in data[-8000:].decode("utf-8", "backslashreplace").splitlines():
            print("    |", line)


def build_module(options, clang_flags):
    """Returns the path of the source as a module."""
    source, module = options.source, options.tmp + ".wasm"
    if source.endswith(".wasm") or (source.endswith(".wat") and
                                    not options.like_node):
        return source
    if source.endswith(".wat"):
        must(shlex.split(options.compiler) + ["--emit=wasm", source, "-o",
                                              module])
        return module
    if options.cxx_exceptions:
        clang_flags = ["-fwasm-exceptions",
                       HERE + "/cxx_exceptions.cpp"] + clang_flags
    must(clang_command(options) +
         ["--target=wasm32-wasi", "-I", HERE, "-o", module] + clang_flags)
    return module


def clang_command(options):
    common = ["-O2", options.source]
    if options.source.endswith(".cpp"):
        exceptions = "" if options.cxx_exceptions else "no-"
        return ["clang++-19", "-std=c++20",
                f"-f{exceptions}exceptions"] + common
    return ["clang-19"] + common


def reference_result(options, lists, module):
    """What the program should print, or None if FileCheck decides."""
    with open(options.stdin, "rb") as stdin:
        if options.like_node:
            command = ["node", "--no-warnings", HERE + "/run-node.mjs"]
            for grant in options.dir:
                command += ["--dir", grant]
            return run(command + [module] + lists["--args"], options.timeout,
                       stdin=stdin, cwd=options.cwd)
        if options.like_native:
            native = options.tmp + ".native"
            must(clang_command(options) + ["-o", native] +
                 lists["--clang"])
            return run([native] + lists["--args"], options.timeout, stdin=stdin,
                       cwd=options.cwd)
    if options.expect:
        with open(options.expect, "rb") as file:
            return subprocess.CompletedProcess([], options.exit, file.read(), b"")
    return None


def filecheck(options, flags, target, level, output):
    prefixes = ",".join([options.check_prefix, target.upper(), "O" + level])
    command = [options.filecheck_tool, "--check-prefixes=" + prefixes,
               "--allow-unused-prefixes", "--dump-input-context=20",
               "--input-file=" + output, options.checks] + flags
    return command, run(command, 60)


def build_and_run(options, lists, module, target, level, entry=None):
    """Returns what the program did and its command, or None if it does not
    compile."""
    suffix = ".exe" if target == "windows" else ""
    program = f"{options.tmp}.{target}-O{level}{suffix}"
    command = shlex.split(options.compiler) + [
        "--target=" + target, "-O" + level, module, "-o", program]
    command += ["--dir=" + grant for grant in options.dir] + lists["--wasmc"]
    if options.scratch:
        command += [f"--dir={options.tmp}.scratch/inside::.",
                    f"--dir-ro={options.tmp}.scratch/readonly::ro",
                    f"--env=TARGET={target}"]
    if entry:
        command.append("--entry=" + entry)
    result = run(command, options.compile_timeout)
    if result.returncode != 0:
        fail(f"{target} -O{level}", command, result, "does not compile")
        return None
    command = [program] + lists["--args"]
    if options.scratch:
        return run_in_scratch(options, command, target)
    with open(options.stdin, "rb") as stdin:
        return run(command, options.timeout, target == "windows", stdin=stdin,
                   cwd=options.cwd)


def tree_of(directory):
    """What is in a directory: the names and the bytes of the files."""
    tree = {}
    for path, names, files in os.walk(directory):
        tree[path] = sorted(names)
        for name in files:
            with open(os.path.join(path, name), "rb") as file:
                tree[os.path.join(path, name)] = file.read()
    return tree


def run_in_scratch(options, command, target):
    """Runs a program that was granted an empty directory as "." (number 3) and
    one with the file "f" as "ro" (4, read-only). That one and what is beside
    them must not change. On Linux there are two runs: with openat2 and with the
    walk by components. The program finds the target's name in $TARGET."""
    scratch = options.tmp + ".scratch"
    environments = [{}]
    if target == "linux":
        environments.append({"WASMC_NO_OPENAT2": "1"})
    for environment in environments:
        shutil.rmtree(scratch, ignore_errors=True)
        os.makedirs(scratch + "/inside")
        for name, text in (("readonly/f", "read only"), ("secret", "secret"),
                           ("outside/secret", "secret")):
            os.makedirs(os.path.dirname(f"{scratch}/{name}"), exist_ok=True)
            with open(f"{scratch}/{name}", "w") as file:
                file.write(text)
        kept = ["readonly", "outside"]
        before = [tree_of(f"{scratch}/{name}") for name in kept]
        names = sorted(os.listdir(scratch))
        with open(options.stdin, "rb") as stdin:
            result = run(command, options.timeout, target == "windows",
                         stdin=stdin, cwd=options.cwd,
                         env=dict(os.environ, **environment))
        if (before != [tree_of(f"{scratch}/{name}") for name in kept] or
                names != sorted(os.listdir(scratch))):
            result.returncode = "none: it changed what it may not"
        if result.returncode != options.exit:
            result.args = ([f"{k}={v}" for k, v in environment.items()] +
                           result.args)
            break
    return result


def check_exports(options, lists, module, target, level):
    """True if each export that the test lists ends as it says there."""
    with open(options.checks) as file:
        cases = re.findall(r"^;; (TRAP|ENDS) ([^\s:]+)(?:: (.*))?$", file.read(),
                           re.MULTILINE)
    passed = bool(cases)
    for kind, entry, text in cases:
        result = build_and_run(options, lists, module, target, level, entry)
        if result is None:
            return False
        status = 134 if kind == "TRAP" else 0
        # The text is all there is on the line, or the address follows.
        report = re.compile(rb"^wasm trap: " + re.escape(text).encode() +
                            rb"( \(address .*\))?\r?$", re.MULTILINE)
        if (result.returncode != status or
                kind == "TRAP" and not report.search(result.stderr)):
            fail(f"{target} -O{level}", result.args, result,
                 f"expected of {entry}: {kind} {text}")
            passed = False
    return passed


def check_one(options, lists, module, reference, target, level):
    """True if the program for `target` at `level` does what it should."""
    if options.exports:
        return check_exports(options, lists, module, target, level)
    config = f"{target} -O{level}"
    result = build_and_run(options, lists, module, target, level)
    if result is None:
        return False
    command = result.args
    if result.returncode != options.exit:
        fail(config, command, result, f"expected exit status {options.exit}")
        return False
    if reference:
        if result.stdout != reference.stdout:
            fail(config, command, result, "standard output differs from:")
            for line in reference.stdout.decode("utf-8", "replace").splitlines():
                print("    >", line)
            return False
        return True
    if options.no_check:
        return True
    output = f"{options.tmp}.{target}-O{level}.out"
    with open(output, "wb") as file:
        file.write(result.stdout + result.stderr)
    check, checked = filecheck(options, lists["--filecheck"], target, level,
                               output)
    if checked.returncode != 0:
        fail(config, command, result, "FileCheck: " + shlex.join(check))
        print(checked.stderr.decode("utf-8", "replace"))
        return False
    return True


def main():
    options, lists = parse_arguments(sys.argv[1:])
    module = build_module(options, lists["--clang"])
    reference = reference_result(options, lists, module)
    # Equal failures would prove nothing.
    if reference and reference.returncode != options.exit:
        fail("reference", reference.args, reference,
             f"expected exit status {options.exit}")
        return 1
    passed = True
    for target in options.targets.split(","):
        for level in options.levels.split(","):
            passed &= check_one(options, lists, module, reference, target, level)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
