#!/usr/bin/env python3
"""What --instances=many costs: compiles programs of the bench as libraries of one
and of many instances, and compares the user time of a host that runs each once.

    python3 bench/instances.py [--wasmc WASMC] [--build BUILD] [--rounds N] NAME...

The programs are those that `./dev bench` has built.
"""

import argparse
import math
import os
import resource
import subprocess
import sys
import tempfile

KINDS = ("one", "many")
HOST = """#include "bench.h"
int main(void) {
  bench_instance *bench;
  wasmc_status status = bench_instantiate(&bench, 0);
  if (!status)
    status = bench__start(bench);
  return status && (status != WASMC_EXIT || bench_exit_code());
}
"""


def build(wasmc, module, kind, folder):
    os.makedirs(folder)
    subprocess.run([wasmc, module, "--emit=lib", f"--instances={kind}",
                    "--namespace=bench", "--emit-header", "-o", "libbench.a"],
                   cwd=folder, check=True)
    with open(os.path.join(folder, "host.c"), "w") as host:
        host.write(HOST)
    subprocess.run(["gcc", "-O1", "host.c", "libbench.a", "-o", "host"],
                   cwd=folder, check=True)
    return os.path.join(folder, "host")


def run(host):
    """User time in seconds, and the output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    result = subprocess.run([host], stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    return after - before, result.stdout


def measure(hosts, rounds):
    best, outputs = {}, set()
    for _ in range(rounds):
        for kind in KINDS:
            seconds, output = run(hosts[kind])
            best[kind] = min(seconds, best.get(kind, seconds))
            outputs.add(output)
    if len(outputs) != 1:
        sys.exit("the outputs differ")
    return best


def main():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wasmc", default=f"{root}/build/bin/wasmc")
    parser.add_argument("--build", default=f"{root}/build/bench")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("names", nargs="+", metavar="NAME")
    options = parser.parse_args()
    ratios = []
    for name in options.names:
        module = f"{options.build}/programs/{name}/program.wasm"
        with tempfile.TemporaryDirectory() as folder:
            hosts = {kind: build(options.wasmc, module, kind,
                                 os.path.join(folder, kind)) for kind in KINDS}
            best = measure(hosts, options.rounds)
        ratios.append(best["many"] / best["one"])
        print(f"{name:12} one {best['one']:.3f} s, many / one "
              f"{ratios[-1]:.3f}", flush=True)
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    print(f"{'mean':12} {'':12} many / one {mean:.3f}")


main()
