"""Measures how exactly programs wait (waits.c): compiled by wasmc for Linux, for
Windows under Wine with and without the loop at the end, and run by node:wasi;
with nothing beside it and with a busy loop on every core. Prints Markdown and
draws a picture.

usage: run.py WASMC WORK_DIR [--seconds=N] [--svg=FILE] [--rows=FILE] [--details]

N is the time for each length of wait (default 2). With --rows, what was
measured is kept in FILE; if FILE exists, it is shown again instead.
"""

import argparse
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STATE = {False: "nothing beside it", True: "a busy loop on every core"}
NODE = ["node", "--no-warnings", HERE + "/../run_node.mjs"]


def runners(work):
    """Name, colour, command, environment."""
    wine = ["wine", work + "/waits.exe"]
    return [
        ("wasmc, Linux", "#1f77b4", [work + "/waits"], {}),
        ("node:wasi, Linux", "#d62728", NODE + [work + "/waits.wasm"], {}),
        ("wasmc, Wine", "#2ca02c", wine, {"WASMC_POLL_SPIN": "1"}),
        ("wasmc, Wine, no loop", "#9467bd", wine,
         {"WASMC_POLL_SPIN": "0"}),
    ]


def must(*command):
    subprocess.run(command, check=True)


def measure(command, environment, seconds):
    output = subprocess.run(
        command + ["--rows", f"--seconds={seconds}"], check=True,
        stdout=subprocess.PIPE, env=dict(os.environ, **environment)).stdout
    names = ["length", "count", "early", "median", "p90", "p99", "max", "cpu"]
    rows, zero = [], None
    for line in output.decode().splitlines():
        words = line.split()
        if words[0] == "row":
            rows.append(dict(zip(names, map(int, words[1:]))))
        elif words[0] == "zero":
            zero = int(words[1])
    return {"rows": rows, "zero": zero}


def measure_all(wasmc, work, seconds):
    os.makedirs(work, exist_ok=True)
    must("clang-19", "--target=wasm32-wasi", "-O2", HERE + "/waits.c", "-o",
         work + "/waits.wasm")
    for target, suffix in (("linux", ""), ("windows", ".exe")):
        must(wasmc, "--target=" + target, work + "/waits.wasm", "-o",
             work + "/waits" + suffix)
    results = []
    for busy in (False, True):
        for name, colour, command, environment in runners(work):
            spinners = [subprocess.Popen([sys.executable, "-c",
                                          "while True: pass"])
                        for _ in range(os.cpu_count() if busy else 0)]
            load = os.getloadavg()[0]
            try:
                result = measure(command, environment, seconds)
            finally:
                for spinner in spinners:
                    spinner.kill()
                    spinner.wait()
            results.append(dict(result, name=name, colour=colour, busy=busy,
                                load=load))
    return results


def micro(nanoseconds):
    value = nanoseconds / 1000
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def print_tables(results):
    for result in results:
        print(f"### {result['name']}, "
              f"{STATE[result['busy']]}\n")
        print(f"A call with nothing to wait for: {result['zero']} ns. "
              f"Load average at the start: {result['load']:.1f}.\n")
        print("| wait, µs | waits | early | median | p90 | p99 | max | CPU |")
        print("|---|---|---|---|---|---|---|---|")
        for row in result["rows"]:
            print(f"| {row['length'] / 1000:.0f} | {row['count']} | "
                  f"{row['early']} | " + " | ".join(
                      micro(row[key])
                      for key in ("median", "p90", "p99", "max", "cpu")) + " |")
        print()


def print_summary(results):
    """Overshoot of all runners side by side, for each state of the machine."""
    for busy in (False, True):
        chosen = [r for r in results if r["busy"] == busy]
        print(f"With {STATE[busy]} (load average of the machine "
              f"{min(r['load'] for r in chosen):.0f} to "
              f"{max(r['load'] for r in chosen):.0f}):\n")
        print("| wait | " + " | ".join(r["name"] for r in chosen) + " |")
        print("|---" * (len(chosen) + 1) + "|")
        for i, row in enumerate(chosen[0]["rows"]):
            cells = []
            for result in chosen:
                row = result["rows"][i]
                cell = f"{micro(row['median'])} / {micro(row['p99'])}"
                if row["early"]:
                    cell += f", {100 * row['early'] / row['count']:.1f} % early"
                cells.append(f"{cell}; {micro(row['cpu'])}")
            length = row["length"]
            name = (f"{length // 1000} µs" if length < 1000000
                    else f"{length // 1000000} ms")
            print(f"| {name} | " + " | ".join(cells) + " |")
        print("| 0 | " + " | ".join(f"costs {r['zero']} ns" for r in chosen) +
              " |\n")


class Panel:
    """One half of the picture: overshoot over length, both logarithmic."""
    WIDTH, HEIGHT, TOP = 400, 300, 50
    X, Y = (50e3, 100e6), (100, 50e6)  # nanoseconds

    def __init__(self, left):
        self.left, self.parts = left, []

    def x(self, length):
        low, high = map(math.log, self.X)
        return self.left + (math.log(length) - low) / (high - low) * self.WIDTH

    def y(self, overshoot):
        low, high = map(math.log, self.Y)
        value = min(max(overshoot, self.Y[0]), self.Y[1])
        return self.TOP + (high - math.log(value)) / (high - low) * self.HEIGHT

    def text(self, x, y, words, anchor="middle", colour="#333"):
        self.parts.append(f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}" '
                          f'text-anchor="{anchor}">{words}</text>')

    def line(self, points, colour, width):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{path}" fill="none" '
                          f'stroke="{colour}" stroke-width="{width}"/>')

    def axes(self, title):
        bottom, right = self.TOP + self.HEIGHT, self.left + self.WIDTH
        self.text((self.left + right) / 2, self.TOP - 12, title)
        self.text((self.left + right) / 2, bottom + 34, "asked for")
        for length, name in ((50e3, "50 µs"), (1e6, "1 ms"), (1e7, "10 ms"),
                             (1e8, "100 ms")):
            self.text(self.x(length), bottom + 16, name)
        for value, name in ((1e2, "0.1 µs"), (1e3, "1 µs"), (1e4, "10 µs"),
                            (1e5, "100 µs"), (1e6, "1 ms"), (1e7, "10 ms")):
            self.line([(self.left, self.y(value)), (right, self.y(value))],
                      "#ddd", 1)
            self.text(self.left - 6, self.y(value) + 4, name, "end")

    def series(self, result):
        colour = result["colour"]
        self.line([(self.x(r["length"]), self.y(r["median"]))
                   for r in result["rows"]], colour, 2)
        for row in result["rows"]:
            x = self.x(row["length"])
            self.line([(x, self.y(row["median"])), (x, self.y(row["p99"]))],
                      colour, 0.7)
            # A hollow point: more than half of the waits were too short.
            fill = "white" if 2 * row["early"] > row["count"] else colour
            self.parts.append(
                f'<circle cx="{x:.1f}" cy="{self.y(row["median"]):.1f}" r="3.5" '
                f'fill="{fill}" stroke="{colour}"/>')


def draw(results, path):
    panels = [Panel(60), Panel(530)]
    for panel, busy in zip(panels, (False, True)):
        panel.axes(STATE[busy])
        for result in results:
            if result["busy"] == busy:
                panel.series(result)
    legend = Panel(60)
    for i, result in enumerate(r for r in results if not r["busy"]):
        x = 60 + 230 * i
        legend.line([(x, 405), (x + 20, 405)], result["colour"], 2)
        legend.text(x + 26, 409, result["name"], "start")
    legend.text(60, 430, "Overshoot of poll_oneoff: points are medians, thin "
                "lines reach to the 99th percentile; hollow: most waits ended "
                "early.", "start")
    body = "\n".join(part for p in panels + [legend] for part in p.parts)
    with open(path, "w") as file:
        file.write('<svg xmlns="http://www.w3.org/2000/svg" width="960" '
                   'height="440" font-family="sans-serif" font-size="12">\n'
                   f'<rect width="960" height="440" fill="white"/>\n{body}\n'
                   '</svg>\n')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("wasmc")
    parser.add_argument("work")
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--svg")
    parser.add_argument("--rows")
    parser.add_argument("--details", action="store_true",
                        help="a table for each, with p90 and maximum")
    options = parser.parse_args()
    if options.rows and os.path.exists(options.rows):
        with open(options.rows) as file:
            results = json.load(file)
    else:
        results = measure_all(options.wasmc, options.work, options.seconds)
    if options.rows:
        with open(options.rows, "w") as file:
            json.dump(results, file)
    (print_tables if options.details else print_summary)(results)
    if options.svg:
        draw(results, options.svg)


main()
