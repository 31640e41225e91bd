"""Starts a program of the tests, a Windows one under Wine."""

import subprocess
import sys


def start(program, is_windows, **kwargs):
    """Runs the list `program`, as subprocess.run() with `kwargs`, whose output
    goes to pipes.

    Wine's server ends a process at its start now and then (once in thousands of
    starts), with status 1 and not a word. Such a one is started once more, and
    a note says so: what our program does wrong it does again.
    """
    command = (["wine"] if is_windows else []) + program
    kwargs.setdefault("stdout", subprocess.PIPE)
    kwargs.setdefault("stderr", subprocess.PIPE)
    result = subprocess.run(command, **kwargs)
    if is_windows and result.returncode == 1 and not (result.stdout or
                                                      result.stderr):
        print("note: ended without a word, started again:", program[0],
              file=sys.stderr)
        result = subprocess.run(command, **kwargs)
    return result
