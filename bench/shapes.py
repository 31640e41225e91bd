"""Modules of unusual shapes, made by rule: they show whether the compiler's time
grows with a module's size, and what it does about functions nobody wrote."""

import struct

I32 = 0x7F
LOCAL_GET, LOCAL_SET, LOCAL_TEE = 0x20, 0x21, 0x22
I32_CONST, I32_ADD, I32_MUL, I32_XOR, I32_EQZ = 0x41, 0x6A, 0x6C, 0x73, 0x45
BLOCK, LOOP, IF, END, BR, BR_IF, BR_TABLE = 2, 3, 4, 0x0B, 0x0C, 0x0D, 0x0E
CALL, DROP, VOID = 0x10, 0x1A, 0x40
I32_LOAD, I32_STORE = 0x28, 0x36


def unsigned(value):
    """LEB128."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out) + bytes([value])


def signed(value):
    out = bytearray()
    while not -64 <= value < 64:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out) + bytes([value & 0x7F])


def vector(items):
    return unsigned(len(items)) + b"".join(items)


def section(number, content):
    return bytes([number]) + unsigned(len(content)) + content


def get(index):
    return bytes([LOCAL_GET]) + unsigned(index)


def put(index):
    return bytes([LOCAL_SET]) + unsigned(index)


def const(value):
    return bytes([I32_CONST]) + signed(value)


def module(types, functions):
    """`types` are (parameters, results) in numbers of i32; `functions` are (type,
    number of i32 locals, body without its end). The last one is _start."""
    def several(count):
        return unsigned(count) + bytes([I32]) * count

    codes = []
    for _, locals_, body in functions:
        content = (vector([unsigned(locals_) + bytes([I32])] if locals_ else [])
                   + body + bytes([END]))
        codes.append(unsigned(len(content)) + content)
    return b"".join([
        b"\0asm", struct.pack("<I", 1),
        section(1, vector([b"\x60" + several(parameters) + several(results)
                           for parameters, results in types])),
        section(3, vector([unsigned(function[0]) for function in functions])),
        section(5, b"\x01\x00\x01"),
        section(7, vector([b"\x06_start\x00" + unsigned(len(functions) - 1),
                           b"\x06memory\x02\x00"])),
        section(10, vector(codes))])


def ordinary_body(seed, callee):
    """About 400 bytes like those of a compiler's output: a loop over memory with
    a branch in it, arithmetic, and a call."""
    body = const(seed) + put(2)
    for k in range(6):
        salt = seed * 2654435761 + k * 40503 & 0x3FFF
        body += (get(0) + const(salt) + bytes([I32_XOR]) + put(1) +
                 bytes([LOOP, VOID]) +
                 get(1) + const(0xFFC) + bytes([0x71, I32_LOAD, 2]) +
                 unsigned(salt) + get(2) + bytes([I32_ADD, LOCAL_TEE]) +
                 unsigned(2) + const(salt | 1) + bytes([I32_MUL]) + put(3) +
                 get(3) + const(7) + bytes([0x71, I32_EQZ, IF, VOID]) +
                 get(1) + const(0xFFC) + bytes([0x71]) + get(3) +
                 bytes([I32_STORE, 2]) + unsigned(salt ^ 64) + bytes([END]) +
                 get(1) + const(-4) + bytes([I32_ADD, LOCAL_TEE]) +
                 unsigned(1) + const(0) + bytes([0x4A, BR_IF, 0, END]))
    if callee is not None:
        body += (get(2) + const(3) + bytes([0x71, IF, VOID]) + get(3) +
                 bytes([CALL]) + unsigned(callee) + put(3) + bytes([END]))
    return body + get(2) + get(3) + bytes([I32_ADD])


def many_functions(count):
    """`count` ordinary functions, which call others before them."""
    functions = [(0, 3, ordinary_body(i, i * 7 // 8 if i else None))
                 for i in range(count)]
    functions.append((1, 0, const(5) + bytes([CALL]) + unsigned(count - 1) +
                      bytes([DROP])))
    return module([(1, 1), (0, 0)], functions)


def one_function(size):
    """One function of about `size` bytes of ordinary code."""
    body, seed = b"", 0
    while len(body) < size:
        body += ordinary_body(seed, None) + put(0)
        seed += 1
    return module([(1, 1), (0, 0)],
                  [(0, 3, body + get(0)),
                   (1, 0, const(5) + bytes([CALL, 0, DROP]))])


def locals_and_blocks(locals_, blocks):
    """Every block writes a local and may leave, so that all locals meet at its
    end."""
    body = b"".join(
        bytes([BLOCK, VOID]) + get(i * 7 % locals_) + bytes([BR_IF, 0]) +
        get(i * 13 % locals_) + const(i) + bytes([I32_ADD]) +
        put(i * 11 % locals_) + bytes([END]) for i in range(blocks))
    return module([(0, 0)], [(0, locals_, body)])


def branch_tables(ways, depth):
    """`depth` tables of `ways` targets inside one another, all of which go to one
    of 100 blocks."""
    targets = vector([unsigned(i % 100) for i in range(ways)]) + unsigned(0)
    body = bytes([BLOCK, VOID]) * 100
    for _ in range(depth):
        body += (bytes([BLOCK, VOID]) + get(0) + bytes([BR_TABLE]) + targets +
                 bytes([END]) + get(0) + const(1) + bytes([I32_ADD]) + put(0))
    return module([(0, 0)], [(0, 1, body + bytes([END]) * 100)])


def many_results(results, blocks):
    """`results` values through `blocks` blocks, and a branch out of each."""
    body = b"".join(const(i) for i in range(results))
    body += (bytes([BLOCK]) + signed(1) + get(0) + bytes([BR_IF, 0, END])) * blocks
    return module([(0, 0), (results, results)],
                  [(0, 1, body + bytes([DROP]) * results)])


# Title and maker.
SHAPES = [
    ("1000 functions", lambda: many_functions(1000)),
    ("10000 functions", lambda: many_functions(10000)),
    ("one function of 1 MB", lambda: one_function(1 << 20)),
    ("50000 locals, 10000 blocks", lambda: locals_and_blocks(50000, 10000)),
    ("65520-way br_table, 100 deep", lambda: branch_tables(65520, 100)),
    ("1000 results, 1000 blocks", lambda: many_results(1000, 1000)),
]
