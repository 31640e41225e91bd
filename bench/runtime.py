"""Measures how fast programs run: rounds in which each runner runs each program
once, so that all of them see the same weather."""

import dataclasses
import math
import statistics
import sys

from cache import BuildError


@dataclasses.dataclass
class Row:
    """What was measured of one program. The dictionaries are by runner's name:
    user seconds of each round, the largest resident set in KiB, and what the
    build made. `wrong` says, by runner, what a run did wrong."""
    program: object
    built: dict = dataclasses.field(default_factory=dict)
    seconds: dict = dataclasses.field(default_factory=dict)
    memory: dict = dataclasses.field(default_factory=dict)
    wrong: dict = dataclasses.field(default_factory=dict)

    def ratio(self, runner, base):
        """The median of the rounds' ratios, or None."""
        above, below = self.seconds.get(runner), self.seconds.get(base)
        if not above or not below or runner in self.wrong or base in self.wrong:
            return None
        return statistics.median(
            a / max(b, 1e-4) for a, b in zip(above, below))


def say(text, end="\n"):
    print(text, end=end, file=sys.stderr, flush=True)


def build_all(tools, programs, runners):
    """Builds every program for every runner. A runner that cannot build one is
    `wrong` in its row."""
    rows = []
    for number, program in enumerate(programs):
        say(f"\rBuilding {number + 1}/{len(programs)}: {program.name:24}", "")
        row = Row(program)
        for runner in runners:
            try:
                row.built[runner.name] = runner.build(tools, program)
            except BuildError as error:
                row.wrong[runner.name] = "not built"
                say(f"\n{program.name}: {runner.title}: {error}")
        rows.append(row)
    say("")
    return rows


def run_round(launcher, row, runners, arguments, expected, timeout):
    """One run by each runner. `expected` maps a program to what it must print,
    which its first runner said."""
    for runner in runners:
        if runner.name in row.wrong:
            continue
        built = row.built[runner.name]
        cost = launcher.measure(built.command + arguments, timeout)[0]
        if cost.status != 0:
            row.wrong[runner.name] = f"status {cost.status}"
        elif (cost.output !=
              expected.setdefault(row.program.name, cost.output)):
            row.wrong[runner.name] = "differs"
        if runner.name in row.wrong:
            say(f"\n{row.program.name}: {runner.title}: "
                f"{row.wrong[runner.name]}: {cost.output[-300:]!r}; "
                f"expected {expected.get(row.program.name)!r}")
        row.seconds.setdefault(runner.name, []).append(cost.user)
        row.memory[runner.name] = max(row.memory.get(runner.name, 0),
                                      cost.memory)


def run_all(launcher, rows, runners, rounds, arguments, timeout=300):
    """Interleaved rounds; the order of the runners turns with every round."""
    expected = {}
    for number in range(rounds):
        turned = runners[number % len(runners):] + runners[:number % len(runners)]
        for place, row in enumerate(rows):
            say(f"\rRound {number + 1}/{rounds}: {place + 1}/{len(rows)} "
                f"{row.program.name:24}", "")
            run_round(launcher, row, turned, arguments, expected, timeout)
    say("")


def start_up(tools, runners, program, count=100):
    """How long each runner's hello takes: (title, list of Cost)."""
    costs = []
    for runner in runners:
        say(f"Starting {program.name}: {runner.title}")
        try:
            built = runner.build(tools, program)
        except BuildError as error:
            say(str(error))
            continue
        costs.append((runner.title,
                      tools.launcher.measure(built.command, count=count)))
    return costs


def geometric_mean(values):
    values = [value for value in values if value]
    if not values:
        return None
    return math.exp(sum(math.log(value) for value in values) / len(values))
