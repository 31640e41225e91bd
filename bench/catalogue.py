"""The programs of the bench."""

import dataclasses
import glob
import os

HERE = os.path.dirname(os.path.abspath(__file__))
OWN = os.path.join(HERE, "programs")

# The programs written for the bench, by group. The rest of them are "kernels".
LINEAR = """2mm cholesky covariance doitgen fdtd-2d floyd-warshall folding gemm
gramschmidt heat-3d jacobi-2d seidel-2d symm trisolve""".split()


@dataclasses.dataclass
class Program:
    """`inputs` are all files whose change means building anew; `flags` are for
    all builds, `wasm_flags` for that of the module."""
    name: str
    group: str
    sources: list
    inputs: list
    flags: list = dataclasses.field(default_factory=list)
    wasm_flags: list = dataclasses.field(default_factory=list)


def hello_program():
    source = os.path.join(HERE, "..", "test", "Inputs", "hello.c")
    return Program("hello", "start", [source], [source])


def own_programs():
    headers = sorted(glob.glob(os.path.join(OWN, "*.h")))
    programs = []
    for source in sorted(glob.glob(os.path.join(OWN, "*.c"))):
        name = os.path.splitext(os.path.basename(source))[0]
        group = "linear algebra, stencils" if name in LINEAR else "kernels"
        programs.append(Program(name, group, [source], [source] + headers))
    return programs
