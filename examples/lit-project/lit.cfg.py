# A test suite that uses wasmc: lit -v examples/lit-project
# `lit -D target=windows` tests Windows programs, by Wine.
import os
import subprocess
import sys

import lit.formats

wasmc = lit_config.params.get("wasmc", "wasmc")
shared = subprocess.check_output([wasmc, "--print-resource-dir"], text=True)
sys.dont_write_bytecode = True
sys.path.append(os.path.join(shared.strip(), "lit"))
import wasmc_lit

config.name = "lit-project"
config.test_format = lit.formats.ShTest()
config.suffixes = [".wat"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.test_exec_root = lit_config.params.get("exec_root",
                                              config.test_source_root)
wasmc_lit.use(config, target=lit_config.params.get("target"))
