"""Checks that each row of Opcodes.def is what its comment says a row is."""

import re
import sys

ROW = re.compile(
    r'OPCODE\(0x([0-9A-F]{2}), 0x([0-9A-F]{2,3}), (\w+), "([^"]+)", (\w+), '
    r"(\w+), (\w+)\)")
SIGNATURE = re.compile(r"special|[ilfdva]{0,2}_([ilfd]|[aAv]\d?){0,4}")


def camel_case(text):
    return "".join(word[0].upper() + word[1:] for word in re.split("[._ ]", text))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main(frontend):
    features = re.findall(r"^FEATURE\((\w+)", read(frontend + "/Features.def"),
                          re.MULTILINE)
    immediates = re.findall(r"^struct (\w+)Imm\b",
                            read(frontend + "/Immediates.h"), re.MULTILINE)
    errors, codes, names = [], set(), set()
    lines = [line for line in read(frontend + "/Opcodes.def").splitlines()
             if line.startswith("OPCODE")]
    for line in lines:
        match = ROW.fullmatch(line)
        if not match:
            errors.append(f"not a row: {line}")
            continue
        prefix, code = int(match[1], 16), int(match[2], 16)
        name, text, immediate, signature, feature = match.groups()[2:]
        has_address = bool(re.search(r"_.*[aA]\d", signature))
        has_lane = bool(re.search(r"_v\d", signature))
        for ok, message in [
                (prefix == 0 or 0xFB <= prefix <= 0xFE, "prefix"),
                (code <= (0x1FF if prefix else 0xFA), "code"),
                ((prefix, code) not in codes, "code used twice"),
                (name not in names, "name used twice"),
                (name == camel_case(text), "name does not follow from text"),
                (immediate in immediates, "no such immediate"),
                (SIGNATURE.fullmatch(signature), "signature"),
                (has_address == immediate.startswith("MemArg"),
                 "a memory access has an alignment, and nothing else"),
                (has_lane == (immediate == "Lane"),
                 "a lane index has a number of lanes, and nothing else"),
                (feature in features, "no such feature")]:
            if not ok:
                errors.append(f"{message}: {line}")
        codes.add((prefix, code))
        names.add(name)
    print("\n".join(errors + [f"{len(lines)} rows, {len(errors)} errors"]))
    return 1 if errors else 0


sys.exit(main(sys.argv[1]))
