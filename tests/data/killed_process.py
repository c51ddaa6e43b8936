"""Starts one of the processes of this folder and kills it in the middle."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import desktop

HERE = Path(__file__).parent


def start_script(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Run a script of this folder with the Greenroom under test; its output is read by lines."""
    source = Path(desktop.__file__).parents[1]
    return subprocess.Popen(
        [sys.executable, str(HERE / script), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{source}{os.pathsep}{HERE}"},
    )


def lines_until_killed(script: str, *arguments: object, after_s: float) -> tuple[list[str], float]:
    """Kill a script so long after its first line; its lines, and the monotonic time of the kill.

    A script that ended by itself before is an error, unless it ended well.
    """
    with start_script(script, *arguments) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(after_s)
        killed_at_s = time.monotonic()
        process.kill()
        rest = process.stdout.readlines()
    assert first, f"{script} said nothing"
    assert process.returncode in (0, -9), f"{script} ended with {process.returncode}"
    return [first, *rest], killed_at_s
