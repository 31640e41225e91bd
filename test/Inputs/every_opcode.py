"""Writes a module whose body holds every instruction that is supported, and the
FileCheck lines for its dump.

usage: every_opcode.py lib/Frontend OUTPUT.wasm OUTPUT.check

An `unreachable` before each of them sees to its operands.
"""

import re
import struct
import sys

ROW = re.compile(r'^OPCODE\(0x(\w+), 0x(\w+), \w+, "([^"]+)", (\w+), (\w+), (\w+)\)',
                 re.MULTILINE)
FEATURE = re.compile(r"^FEATURE\((\w+), \"[^\"]+\", \w+, true,", re.MULTILINE)
# Blocks and what needs one around it are tested by name elsewhere.
STRUCTURE = {"block", "loop", "if", "else", "end", "try", "catch", "catch_all",
             "delegate", "rethrow", "try_table", "br_on_non_null"}
ZEROS = {"None": 0, "Label": 1, "LabelTable": 2, "Func": 1, "CallIndirect": 2,
         "Local": 1, "Global": 1, "Table": 1, "MemArgLane": 3, "Memory": 1,
         "MemoryMemory": 2, "DataMemory": 2, "Data": 1, "Elem": 1,
         "ElemTable": 2, "TableTable": 2, "I32": 1, "I64": 1, "F32": 4,
         "F64": 8, "V128": 16, "Shuffle": 16, "Lane": 1, "Tag": 1,
         "ZeroByte": 1, "Type": 1}


def leb128(value):
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def section(number, content):
    return bytes([number]) + leb128(len(content)) + content


def immediate(kind, signature):
    if kind == "MemArg":
        natural = int(re.search(r"[aA](\d)", signature)[1])
        return bytes([natural, 0])
    if kind == "Select":
        return b"\x01\x7f"
    if kind == "RefType":
        return b"\x70"
    return bytes(ZEROS[kind])


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main(frontend, module, check):
    supported = set(FEATURE.findall(read(frontend + "/Features.def")))
    code, lines = b"\x01\x01\x7f", ["CHECK: locals:"]
    for prefix, number, text, kind, signature, feature in ROW.findall(
            read(frontend + "/Opcodes.def")):
        if feature not in supported or text in STRUCTURE:
            continue
        code += b"\x00"
        first = bytes([int(prefix, 16)]) if int(prefix, 16) else b""
        number = int(number, 16)
        code += first + (leb128(number) if first else bytes([number]))
        code += immediate(kind, signature)
        lines += ["CHECK-NEXT: unreachable",
                  "CHECK-NEXT: : %s{{( |$)}}" % text.split(" ")[0]]
    code += b"\x00\x0b"
    lines += ["CHECK-NEXT: unreachable", "CHECK-NEXT: end"]
    with open(module, "wb") as file:
        file.write(b"\0asm" + struct.pack("<I", 1) +
                   section(1, bytes.fromhex("01 60 00 00")) +
                   section(3, bytes.fromhex("01 00")) +
                   section(4, bytes.fromhex("01 70 00 01")) +
                   section(5, bytes.fromhex("01 00 01")) +
                   section(13, bytes.fromhex("01 00 00")) +
                   section(6, bytes.fromhex("01 7f 01 41 00 0b")) +
                   section(9, bytes.fromhex("01 01 00 01 00")) +
                   section(12, b"\x01") +
                   section(10, b"\x01" + leb128(len(code)) + code) +
                   section(11, bytes.fromhex("01 01 00")))
    with open(check, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


main(*sys.argv[1:])
