"""Runs the scripts of this folder, and kills them in the middle."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import desktop

HERE = Path(__file__).parent


class Script(subprocess.Popen[str]):
    """A script of this folder run with the Greenroom under test; its output is read by lines.

    As a context it waits for the end, but not after an error: then it is killed.
    """

    def __init__(self, script: str, *arguments: object) -> None:
        source = Path(desktop.__file__).parents[1]
        super().__init__(
            [sys.executable, str(HERE / script), *map(str, arguments)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": f"{source}{os.pathsep}{HERE}"},
        )

    def __exit__(self, *error: object) -> None:
        if error[0] is not None:
            self.kill()
        super().__exit__(*error)  # type: ignore[arg-type]  # as the statement gave them

    def next_line(self) -> str:
        """Wait for a line; "" at the end."""
        assert self.stdout is not None
        return self.stdout.readline()

    def kill_and_read(self) -> list[str]:
        """Kill it, and read the lines it had written."""
        assert self.stdout is not None
        self.kill()
        return self.stdout.readlines()


def lines_until_killed(script: str, *arguments: object, after_s: float) -> tuple[list[str], float]:
    """Kill a script so long after its first line; its lines, and the monotonic time of the kill.

    A script that ended by itself before is an error, unless it ended well.
    """
    with Script(script, *arguments) as process:
        first = process.next_line()
        with suppress(subprocess.TimeoutExpired):
            process.wait(after_s)
        killed_at_s = time.monotonic()
        rest = process.kill_and_read()
    assert first, f"{script} said nothing"
    assert process.returncode in (0, -9), f"{script} ended with {process.returncode}"
    return [first, *rest], killed_at_s
