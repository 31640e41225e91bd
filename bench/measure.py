"""Runs commands and says what they cost, through a small process of our own
(launch.c), which knows better than Python."""

import dataclasses
import os
import signal
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclasses.dataclass
class Cost:
    """What one run cost: seconds, and the largest resident set in KiB. The
    output is what it wrote, standard error only if it failed."""
    wall: float
    user: float
    system: float
    memory: int
    status: int
    output: str

    @property
    def cpu(self):
        return self.user + self.system


class Launcher:
    """Compiles launch.c into `folder` if it is not there or old."""

    def __init__(self, folder):
        source = os.path.join(HERE, "launch.c")
        self.path = os.path.join(folder, "launch")
        self.folder = folder
        if (not os.path.exists(self.path) or
                os.path.getmtime(self.path) < os.path.getmtime(source)):
            os.makedirs(folder, exist_ok=True)
            subprocess.run(["clang-19", "-O2", "-static", source, "-o",
                            self.path], check=True)

    def measure(self, command, timeout=600, count=1, **kwargs):
        """Runs `command` `count` times, one after the other, and returns a list
        of Cost; the last one has the output of all. What takes more than
        `timeout` seconds is killed, and counts as one failed run.

        Output goes to files: a pipe would end only with the last process that
        holds it, and Wine's services outlive the program that started them."""
        with tempfile.NamedTemporaryFile("r", dir=self.folder) as report, \
                tempfile.TemporaryFile("w+b", dir=self.folder) as output, \
                tempfile.TemporaryFile("w+b", dir=self.folder) as errors:
            process = subprocess.Popen(
                [self.path, report.name, str(count), *command],
                stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
                start_new_session=True, **kwargs)
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return [Cost(timeout, timeout, 0, 0, 124, "timed out")]
            costs = [self.parse(line) for line in report]
            if not costs:
                costs = [Cost(0, 0, 0, 0, 127, "")]
            costs[-1].output = self.text(output)
            if any(cost.status for cost in costs):
                costs[-1].output += self.text(errors)
        return costs

    @staticmethod
    def text(file):
        """All that was written to `file`."""
        file.seek(0)
        return file.read().decode(errors="replace")

    @staticmethod
    def parse(line):
        wall, user, system, memory, status = map(int, line.split())
        return Cost(wall / 1e6, user / 1e6, system / 1e6, memory, status, "")
