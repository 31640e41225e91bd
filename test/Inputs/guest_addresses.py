"""guest_addresses.py DEF: writes a C program that gives every WASI function
every wrong address there is, from the types of its parameters."""

import sys

from wasi_functions import read_functions

# What the other parameters are; a number by default is 0.
FILE, DIRECTORY = {"fd": "fd"}, {"fd": "CWD"}
GOOD = {
    "clock_res_get": {"id": "1"}, "clock_time_get": {"id": "1"},
    "fd_prestat_get": DIRECTORY, "fd_prestat_dir_name": DIRECTORY,
    "fd_readdir": DIRECTORY,
    "path_link": {"old_fd": "CWD", "new_fd": "CWD"},
    "path_rename": {"old_fd": "CWD", "new_fd": "CWD"},
    "poll_oneoff": {"nsubscriptions": "1"},
}
# Needs a socket: socket-calls.c does that.
SOCKETS = ("sock_accept", "sock_recv", "sock_send")
# Whose addresses need more room than the table says, depending on the user.
OPEN_ENDED = ("args_get", "environ_get")
RIGHT = {"b": ("GOOD", "9"), "t": ("GOOD", "9"), "s": ("ADDRESS(\"nothing\")", "7"),
         "v": ("ADDRESS(vector)", "1")}
# (address, size) of what does not fit, and of what does.
WRONG_RANGES = [("end", "1"), ("end - 1", "2"), ("0xffffffff", "1"), ("0", "end + 1"),
                ("1", "0xffffffff"), ("0xffffffff", "0xffffffff")]
RIGHT_RANGES = [("end - 1", "1"), ("0xffffffff", "0"), ("end", "0")]
WRONG_VECTORS = [("end", "1"), ("end - 7", "1"), ("0xffffffff", "1"),
                 ("8", "1u << 29"), ("8", "0xffffffff"), ("0", "end / 8 + 1"),
                 ("ADDRESS(beyond)", "2"), ("ADDRESS(across)", "2"),
                 ("ADDRESS(huge)", "2")]


def cases(function, parameter):
    """(arguments of the parameter, whether they are wrong)"""
    if parameter.kind in ("b", "s", "t"):
        return [(c, True) for c in WRONG_RANGES] + [(c, False) for c in RIGHT_RANGES]
    if parameter.kind == "v":
        return [(c, True) for c in WRONG_VECTORS] + [(("0xffffffff", "0"), False)]
    if not parameter.size:
        return []
    addresses = ["end", f"end - {parameter.size - 1}", "0xffffffff"]
    result = [((a,), True) for a in addresses if a != "end - 0"]
    if function.name not in OPEN_ENDED:
        result.append(((f"end - {parameter.size}",), False))
    return result


def arguments_of(function, wrong, values):
    good = dict({"fd": "CWD" if function.name.startswith("path_") else "fd"},
                **GOOD.get(function.name, {}))
    result = []
    for parameter in function.parameters:
        if parameter is wrong:
            result += values
        elif parameter.kind in RIGHT:
            result += RIGHT[parameter.kind]
        elif parameter.size:
            result.append("GOOD")
        else:
            result.append(good.get(parameter.name, "0"))
    return ", ".join(result)


def main():
    print('#include "wasi_check.h"\n#define GOOD ADDRESS(good)')
    print("static uint64_t good[64];")
    functions = [f for f in read_functions(sys.argv[1]) if f.name not in SOCKETS]
    for function in functions:
        if function.name in ("fd_read", "fd_write", "path_open", "fd_readdir",
                             "poll_oneoff"):
            continue # wasi_check.h has them
        core = ", ".join({"I32": "uint32_t", "I64": "uint64_t"}[c]
                         for c in function.core)
        result = "uint32_t" if function.result == "I32" else "void"
        print(f"RAW({function.name}) {result} raw_{function.name}({core or 'void'});")
    print("int main(void) {\n  __wasi_fd_t fd;\n  __wasi_filesize_t position;\n"
          "  __wasi_filestat_t stat;\n"
          '  OK(open_at(CWD, "d", CREAT, FILE_RIGHTS, &fd));\n'
          "  uint32_t end = memory_end(), vector[] = {GOOD, 0};\n"
          "  uint32_t beyond[] = {GOOD, 1, end, 1}, across[] = {GOOD, 1, end - 1, 2};\n"
          "  uint32_t huge[] = {GOOD, 1, 1, 0xffffffff};")
    for function in functions:
        for parameter in function.parameters:
            for values, wrong in cases(function, parameter):
                call = (f"raw_{function.name}"
                        f"({arguments_of(function, parameter, values)})")
                print(f"  EXPECT(FAULT, {call});" if wrong else
                      f"  HOLDS({call} != __WASI_ERRNO_FAULT);")
    print("  OK(__wasi_fd_tell(fd, &position));\n  EQUAL(position, 0);\n"
          "  OK(__wasi_fd_filestat_get(fd, &stat));\n  EQUAL(stat.size, 0);\n"
          "  return failures;\n}")


main()
