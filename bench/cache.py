"""Builds files once: again only if the command, an input or the tool changed."""

import dataclasses
import hashlib
import json
import os
import shutil

from measure import Cost


class BuildError(Exception):
    """A command failed; the text is its command line and what it said."""


def stamp(path):
    """What tells that a file has changed."""
    info = os.stat(path)
    return [os.path.realpath(path), info.st_size, info.st_mtime_ns]


def build_once(launcher, output, steps, inputs, timeout=600):
    """Makes `output` by running the commands `steps`, in turn, from `inputs`
    (paths; the tools are added). Returns the Cost of all steps together, that of
    the time when they ran."""
    tools = [shutil.which(step[0]) or step[0] for step in steps]
    key = hashlib.sha256(json.dumps(
        [steps, [stamp(path) for path in list(inputs) + tools]]).encode())
    record = output + ".built"
    if os.path.exists(output) and os.path.exists(record):
        with open(record) as file:
            built = json.load(file)
        if built["key"] == key.hexdigest():
            return Cost(**built["cost"])
    os.makedirs(os.path.dirname(output), exist_ok=True)
    total = Cost(0, 0, 0, 0, 0, "")
    for step in steps:
        cost = launcher.measure(step, timeout=timeout)[0]
        if cost.status != 0:
            raise BuildError(f"{' '.join(step)}\n{cost.output[-3000:]}")
        total.wall += cost.wall
        total.user += cost.user
        total.system += cost.system
        total.memory = max(total.memory, cost.memory)
    with open(record, "w") as file:
        json.dump({"key": key.hexdigest(), "cost": dataclasses.asdict(total)},
                  file)
    return total
