"""run_document.py DOCUMENT FOLDER SECTION...: does what a document tells its
reader to do, and compares what he is told to see.

Each section ("## Title") runs in a new folder below FOLDER; all sections with
commands must be named, so that none is forgotten. A block "```LANGUAGE FILE"
is the text of a file. In a block "```console" lines after "$ " are commands,
which must succeed, and the lines behind one what it prints; "..." stands for
any lines. Without such lines it may print anything.
"""

import os
import re
import subprocess
import sys

END = "\x01end of command\x01"


def sections(path):
    """Title -> list of (info string, lines)."""
    result, title, block, info = {}, "", None, ""
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n"):
            if block is not None and line.startswith("```"):
                result.setdefault(title, []).append((info, block))
                block = None
            elif block is not None:
                block.append(line)
            elif line.startswith("## "):
                title = line[3:]
            elif line.startswith("```"):
                info, block = line[3:], []
    return result


def steps(blocks):
    """(shell text, expected lines or None to compare nothing)"""
    for info, lines in blocks:
        words = info.split()
        if words == ["console"]:
            text = "\n".join(lines).replace("\\\n", "\\\r")
            for command in re.split(r"^\$ ", text, flags=re.M)[1:]:
                first, *expected = command.strip("\n").split("\n")
                yield first.replace("\\\r", "\\\n"), expected or None
        elif len(words) == 2:
            text = "\n".join(lines)
            yield (f"mkdir -p $(dirname {words[1]})\n"
                   f"cat > {words[1]} <<'END-OF-FILE'\n{text}\nEND-OF-FILE"), None


def matches(expected, output):
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line) + "\n"
                      for line in expected)
    return re.fullmatch(pattern, output)


def run(title, blocks, folder):
    """Whether everything went as the section says."""
    os.makedirs(folder)
    todo = list(steps(blocks))
    script = "".join(f"{text}\nprintf '%s%d\\n' '{END}' $?\n" for text, _ in todo)
    # Into a file: what stays behind, such as Wine's server, may keep it open.
    with open(folder + ".log", "w+", encoding="utf-8") as log:
        subprocess.run(["bash", "-c", script], cwd=folder, timeout=300,
                       stdin=subprocess.DEVNULL, stdout=log,
                       stderr=subprocess.STDOUT)
        log.seek(0)
        parts = re.split(END + r"(\d+)\n", log.read())
    good = len(parts) == 2 * len(todo) + 1
    for (text, expected), output, status in zip(todo, parts[0::2], parts[1::2]):
        if status != "0" or (expected and not matches(expected, output)):
            good = False
            print(f"## {title}\n$ {text}\n{output}(status {status})")
            if expected:
                print("expected:\n" + "\n".join(expected))
    return good


def main():
    document, folder, wanted = sys.argv[1], sys.argv[2], sys.argv[3:]
    found = sections(document)
    with_commands = {title for title, blocks in found.items()
                     if any(info == "console" for info, _ in blocks)}
    if with_commands != set(wanted):
        sys.exit(f"sections with commands: {sorted(with_commands)}")
    good = [run(title, found[title], os.path.join(folder, str(number)))
            for number, title in enumerate(wanted)]
    if not all(good):
        sys.exit("the document is wrong")
    print(f"{len(good)} sections are right")


main()
