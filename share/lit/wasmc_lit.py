"""What a lit test suite needs to test with wasmc. In a lit.cfg.py:

    import subprocess, sys
    prefix = subprocess.check_output(["wasmc", "--print-resource-dir"], text=True)
    sys.path.append(prefix.strip() + "/lit")
    import wasmc_lit
    wasmc_lit.use(config)                       # programs for this machine
    wasmc_lit.use(config, target="windows")     # run by wine

Substitutions:
    %wasmc       the compiler for the target, without colours
    not %wasmc   the same, expecting an error: a crash is none
    %wasmc_run   `wasmc run`, if the target is this machine
    %run         what runs a program of the target: nothing, or wine
    %exe_suffix  nothing, or .exe

Features: the target's name (x86_64-linux or x86_64-windows), linux or windows,
wine if that runs the programs, and wasm-NAME for each feature of WebAssembly
that is on by default.
"""

import os
import shutil
import subprocess
import sys

# Where Debian and its relatives keep FileCheck, not, count and split-file.
_LLVM_FOLDERS = ["/usr/lib/llvm-%d/bin" % n for n in range(25, 13, -1)]


def default_compiler():
    """wasmc of the tree that this file is in, or else of PATH."""
    here = os.path.dirname(os.path.abspath(__file__))
    own = os.path.normpath(os.path.join(here, "..", "..", "..", "bin", "wasmc"))
    return own if os.path.exists(own) else shutil.which("wasmc")


def _ask(wasmc, *arguments):
    """What wasmc prints, or an error with its message."""
    result = subprocess.run([wasmc, *arguments], capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError("wasmc_lit: " + result.stderr.strip())
    return result.stdout


def _wine(config):
    """Wine, set up so that it writes what the program writes."""
    wine = shutil.which("wine64") or shutil.which("wine")
    if wine is None:
        raise RuntimeError("wasmc_lit: wine is needed to run Windows programs")
    for name in ("HOME", "WINEPREFIX"):
        if name in os.environ:
            config.environment.setdefault(name, os.environ[name])
    config.environment.setdefault("WINEDEBUG", "-all")
    return wine


def _find_llvm_tools(config):
    path = config.environment.get("PATH", os.environ.get("PATH", ""))
    if shutil.which("FileCheck", path=path):
        return
    for folder in _LLVM_FOLDERS:
        if os.path.exists(os.path.join(folder, "FileCheck")):
            config.environment["PATH"] = path + os.pathsep + folder
            return


def use(config, target=None, wasmc=None, flags=()):
    """Adds the substitutions and features to a lit configuration.

    `target` is as in --target=, by default this machine; `wasmc` the compiler's
    path; `flags` more flags for every %wasmc.
    """
    wasmc = wasmc or default_compiler()
    if wasmc is None:
        raise RuntimeError("wasmc_lit: wasmc is not installed")
    native = os.path.basename(_ask(wasmc, "--print-runtime-dir").strip())
    name = native
    if target is not None:
        name = os.path.basename(
            _ask(wasmc, "--target=" + target, "--print-runtime-dir").strip())
    is_windows = name.endswith("-windows")
    compiler = [wasmc, "-fdiagnostics-color=never", "--target=" + name, *flags]
    command = " ".join("'%s'" % word for word in compiler)
    expect = "'%s' '%s'" % (sys.executable, os.path.abspath(__file__))
    run = _wine(config) if is_windows and name != native else ""

    _find_llvm_tools(config)
    config.available_features |= {name, "windows" if is_windows else "linux"}
    if run:
        config.available_features.add("wine")
    for line in _ask(wasmc, "--print-features").splitlines():
        feature, _, state = line.partition(" ")
        if state.strip() == "on by default":
            config.available_features.add("wasm-" + feature)
    config.substitutions += [
        (r"\bnot %wasmc\b", expect + " " + command),
        (r"%wasmc\b", command),
        (r"%run\b", run),
        (r"%exe_suffix\b", ".exe" if is_windows else ""),
    ]
    if name == native:
        words = [wasmc, "run", "-fdiagnostics-color=never", *flags]
        config.substitutions.append(
            (r"%wasmc_run\b", " ".join("'%s'" % word for word in words)))


def _expect_error(command):
    """0 if the command's exit status is 1, wasmc's for an error."""
    status = subprocess.run(command).returncode
    if status == 1:
        return 0
    print("wasmc_lit: exit status %d, expected 1" % status, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(_expect_error(sys.argv[1:]))
