"""Runs the preview1 modules of a checkout of WebAssembly/wasi-testsuite
(branch prod/testsuite-base) as its doc/specification.md says.

wasi_testsuite.py CHECKOUT SCRATCH TARGET COMPILER... [--misses NAME...]

The modules named by --misses must fail, and all others pass. On Linux each
module runs twice: with openat2 and with the walk by components.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys


def operations_of(module):
    """The steps of a module's test, in the newer of the two forms."""
    specification = {}
    path = module.with_suffix(".json")
    if path.exists():
        specification = json.loads(path.read_text(encoding="utf-8"))
    if "operations" in specification:
        return specification["operations"]
    steps = [dict(specification, type="run")]
    steps += [{"type": "read", "id": stream, "payload": specification[stream]}
              for stream in ("stdout", "stderr") if stream in specification]
    return steps + [{"type": "wait", "exit_code": specification.get("exit_code", 0)}]


def prepare_root(module, name, scratch):
    """A fresh copy of the directory that a test works in."""
    root = scratch / "root"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(module.parent / name, root, symlinks=True)
    for left in root.rglob("*.cleanup"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()
    return root


def run(module, scratch, target, compiler, environment):
    """What went wrong, or an empty string."""
    first, *rest = operations_of(module)
    assert first["type"] == "run", first
    program = scratch / ("program.exe" if target == "windows" else "program")
    command = compiler + ["--target=" + target, str(module), "-o", str(program)]
    command += [f"--env={k}={v}" for k, v in first.get("env", {}).items()]
    if first.get("root"):
        command.append(f"--dir={prepare_root(module, first['root'], scratch)}::/")
    subprocess.run(command, check=True)
    result = subprocess.run(
        (["wine"] if target == "windows" else []) + [str(program)] +
        first.get("args", []), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        timeout=120, env=dict(os.environ, **environment))
    for step in rest:
        if step["type"] == "wait":
            wanted = step.get("exit_code", 0)
            if result.returncode != wanted:
                return (f"exit status {result.returncode}, not {wanted}\n" +
                        result.stderr.decode("utf-8", "replace"))
        elif step["type"] == "read":
            stream = step.get("id", "stdout")
            got = getattr(result, stream).decode("utf-8", "replace")
            if got != step.get("payload", ""):
                return f"{stream} is {got!r}, not {step.get('payload', '')!r}"
        else:
            return f"unknown step {step['type']}"
    return ""


def main():
    misses = set()
    arguments = sys.argv[1:]
    if "--misses" in arguments:
        at = arguments.index("--misses")
        misses = set(arguments[at + 1:])
        arguments = arguments[:at]
    checkout, scratch, target, *compiler = arguments
    scratch = pathlib.Path(scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    modules = sorted(pathlib.Path(checkout).glob("tests/*/testsuite/wasm32-wasip1/*.wasm"))
    environments = [{}] + [{"WASMC_NO_OPENAT2": "1"}] * (target == "linux")
    missed = set()
    for module in modules:
        for environment in environments:
            problem = run(module, scratch, target, compiler, environment)
            if problem:
                missed.add(module.stem)
                print(f"{module.stem} {environment or ''}: {problem}")
    print(f"{target}: {len(modules) - len(missed)} of {len(modules)} pass")
    for name in sorted(missed ^ misses):
        print("FAILED:" if name in missed else "passes, but should not:", name)
    return 1 if missed != misses or not modules else 0


if __name__ == "__main__":
    sys.exit(main())
