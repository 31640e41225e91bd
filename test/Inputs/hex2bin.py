"""Writes the bytes that a test spells out, for modules that no assembler makes.

usage: hex2bin.py INPUT OUTPUT

The input is what follows a line that ends in "HEX:", or all of it. Comments go
from '#' or ';;' to the end of the line. The rest is a sequence of
    6d            a byte
    "text"        the bytes of the text
    wasm          the preamble: magic and version 1
    { ... }       a size in LEB128, then what the braces hold
    [ ... ]*1000  repeated
"""

import re
import sys

TOKEN = re.compile(r'\s+|(#|;;)[^\n]*|(?P<token>"[^"]*"|\]\*\d+|[{}\[]|\w+)')


def leb128(value):
    out = bytearray()
    while True:
        value, low = value >> 7, value & 0x7F
        out.append(low | (0x80 if value else 0))
        if not value:
            return bytes(out)


def tokens(text):
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise SystemExit(f"hex2bin: cannot read {text[position:][:20]!r}")
        position = match.end()
        if match["token"]:
            yield match["token"]


def assemble(text):
    stack = [b""]
    for token in tokens(text):
        if token in "{[":
            stack.append(b"")
            continue
        if token == "}":
            data = stack.pop()
            data = leb128(len(data)) + data
        elif token.startswith("]*"):
            data = stack.pop() * int(token[2:])
        elif token == "wasm":
            data = b"\0asm\1\0\0\0"
        elif token.startswith('"'):
            data = token[1:-1].encode()
        else:
            data = bytes([int(token, 16)])
        stack[-1] += data
    if len(stack) != 1:
        raise SystemExit("hex2bin: unbalanced brackets")
    return stack[0]


def main(source, destination):
    with open(source, encoding="utf-8") as file:
        text = file.read()
    marker = re.search(r"^.*HEX:$", text, re.MULTILINE)
    with open(destination, "wb") as file:
        file.write(assemble(text[marker.end():] if marker else text))


main(*sys.argv[1:])
