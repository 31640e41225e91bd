"""What lib/Codegen/KnownFunctions.def needs to know of functions in a module.

function_digests.py MODULE [NAME...]: prints length and digest of each named
function, and those without the index of what it calls for each call in it.
function_digests.py MODULE NAME --swap FROM TO OUTPUT: writes the module with the
last byte FROM of the function's body replaced by TO (hexadecimal): something
like the known function that is another one."""

import argparse
import hashlib


class Reader:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def number(self):
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    def skip(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def name(self):
        return self.skip(self.number()).decode()

    def limits(self):
        flags = self.byte()
        self.number()
        if flags & 1:
            self.number()


def count_imported_functions(reader):
    functions = 0
    for _ in range(reader.number()):
        reader.name(), reader.name()
        kind = reader.byte()
        if kind == 0:
            functions += 1
            reader.number()
        elif kind == 3:
            reader.skip(2)
        else:
            if kind == 1:
                reader.byte()
            reader.limits()
    return functions


def read_names(reader, end):
    names = {}
    if reader.name() != "name":
        return names
    while reader.at < end:
        kind, size = reader.byte(), reader.number()
        last = reader.at + size
        if kind == 1:
            for _ in range(reader.number()):
                index = reader.number()
                names[reader.name()] = index
        reader.at = last
    return names


def named_functions(data):
    """The funcidx of each name, and the (start, end) of bodies by funcidx."""
    reader, imported, bodies, names = Reader(data, 8), 0, [], {}
    while reader.at < len(data):
        section, size = reader.byte(), reader.number()
        end = reader.at + size
        if section == 2:
            imported = count_imported_functions(reader)
        elif section == 10:
            for _ in range(reader.number()):
                length = reader.number()
                bodies.append((reader.at, reader.at + length))
                reader.skip(length)
        elif section == 0:
            names.update(read_names(reader, end))
        reader.at = end
    return names, {imported + index: body for index, body in enumerate(bodies)}


def digest(body):
    return hashlib.sha256(body).hexdigest()[:32]


def calls(body, functions):
    """Of what looks like a call of a named function: where its index is, where
    that ends, and the name."""
    for at in range(1, len(body)):
        if body[at - 1] == 0x10:
            reader = Reader(body, at)
            try:
                index = reader.number()
            except IndexError:
                continue
            if index in functions:
                yield at, reader.at, functions[index]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("module")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--swap", nargs=3, metavar=("FROM", "TO", "OUTPUT"))
    options = parser.parse_args()
    with open(options.module, "rb") as file:
        data = bytearray(file.read())
    names, bodies = named_functions(data)
    functions = {index: name for name, index in names.items()}
    for name in options.names or sorted(names):
        if names[name] not in bodies:
            continue
        start, end = bodies[names[name]]
        body = bytes(data[start:end])
        if options.swap:
            at = body.rindex(int(options.swap[0], 16))
            data[start + at] = int(options.swap[1], 16)
            with open(options.swap[2], "wb") as file:
                file.write(data)
            continue
        print(name, len(body), digest(body))
        for at, after, callee in calls(body, functions):
            rest = body[:at] + body[after:]
            print(f"  calls {callee} at {at}: {len(rest)} {digest(rest)}")


if __name__ == "__main__":
    main()
