"""Shows that the tests of polls notice mistakes: makes each of poll_mutants.py
in a copy of the sources, builds that, and runs the tests that must fail.

usage: mutants.py SOURCE_DIR BUILD_DIR WORK_DIR [WORD]

BUILD_DIR has a built compiler; WORD selects the mistakes whose text has it.
Prints a line for each; the status is 1 if one survived.
"""

import filecmp
import json
import os
import shutil
import subprocess
import sys

import poll_mutants

SOURCE, BUILD, WORK = (os.path.abspath(a) for a in sys.argv[1:4])
WORD = sys.argv[4] if len(sys.argv) > 4 else ""
COPY, COPY_BUILD = os.path.join(WORK, "source"), os.path.join(WORK, "build")
LIT = "/usr/lib/llvm-19/build/utils/lit/lit.py"
UNIT = "Poll*:CountedBracket*"


def must(command, **kwargs):
    result = subprocess.run(command, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, **kwargs)
    if result.returncode != 0:
        sys.exit(f"{command}\n{result.stdout.decode(errors='replace')}")
    return result.stdout


def make_copy():
    """The sources as they are now, and a build with the finished compiler."""
    names = must(["git", "ls-files", "-co", "--exclude-standard", "-z"],
                 cwd=SOURCE).decode().split("\0")
    for name in filter(None, names):
        source, to = os.path.join(SOURCE, name), os.path.join(COPY, name)
        if not os.path.isfile(source):
            continue
        # What has changed, a mistake of the last run included, must be newer
        # than what was built of it.
        if not os.path.exists(to) or not filecmp.cmp(source, to, False):
            os.makedirs(os.path.dirname(to), exist_ok=True)
            shutil.copyfile(source, to)
            shutil.copymode(source, to)
    if not os.path.exists(COPY_BUILD + "/build.ninja"):
        must(["cmake", "-G", "Ninja", "-S", COPY, "-B", COPY_BUILD,
              "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_C_COMPILER=clang-19",
              "-DCMAKE_CXX_COMPILER=clang++-19",
              "-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld"])
    os.makedirs(COPY_BUILD + "/bin", exist_ok=True)
    shutil.copy2(BUILD + "/bin/wasmc", COPY_BUILD + "/bin/wasmc")
    if not os.path.exists(COPY_BUILD + "/wine"):
        os.symlink(BUILD + "/wine", COPY_BUILD + "/wine")


def build():
    """False if it does not compile, which would prove nothing."""
    result = subprocess.run(
        ["ninja", "-C", COPY_BUILD, "wasmc-unittests", "runtime-x86_64-linux",
         "runtime-x86_64-windows"], stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    if result.returncode != 0:
        print(result.stdout.decode(errors="replace")[-3000:])
    return result.returncode == 0


def passes(judge):
    """Whether the tests pass; a test that does not end has failed."""
    if judge == "unit":
        command = [COPY_BUILD + "/bin/wasmc-unittests", "--gtest_brief=1",
                   "--gtest_fail_fast", "--gtest_filter=" + UNIT]
        try:
            return subprocess.run(command, timeout=60,
                                  stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL).returncode == 0
        except subprocess.TimeoutExpired:
            return False
    report = os.path.join(WORK, "lit.json")
    if os.path.exists(report):
        os.remove(report)
    subprocess.run(["/usr/bin/python3", LIT, "-q", "--timeout", "300",
                    "--output", report,
                    os.path.join(COPY_BUILD, "test", judge)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(report) as file:
        tests = json.load(file)["tests"]
    assert len(tests) == 1 and tests[0]["code"] != "UNSUPPORTED", judge
    return tests[0]["code"] == "PASS"


def try_mutant(what, path, old, new, judge):
    """Whether the judge notices."""
    path = os.path.join(COPY, path)
    with open(path) as file:
        text = file.read()
    if text.count(old) != 1:
        sys.exit(f"{what}: the text is there {text.count(old)} times, not once")
    with open(path, "w") as file:
        file.write(text.replace(old, new))
    try:
        if not build():
            sys.exit(f"{what}: does not compile")
        return not passes(judge)
    finally:
        with open(path, "w") as file:
            file.write(text)


def main():
    make_copy()
    chosen = [m for m in poll_mutants.MUTANTS if WORD in m[0]]
    if not build():
        sys.exit("the unchanged sources do not build")
    for judge in sorted({m[4] for m in chosen}):
        if not passes(judge):
            sys.exit(f"{judge} fails for the unchanged sources")
    survivors = 0
    for mutant in chosen:
        noticed = try_mutant(*mutant)
        survivors += not noticed
        print(f"{'noticed' if noticed else 'SURVIVED'}: {mutant[0]} "
              f"({mutant[4]})", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} mistakes noticed")
    return 1 if survivors or not chosen else 0


sys.exit(main())
