"""A process that exports and kills itself as it renames a file: DATA COUNTDOWN before|after."""

import os
import signal
import sys
from pathlib import Path

from desktop.cli.command_line import run


class Death:
    """Comes with the file that brings a countdown to zero, before or after it has its name."""

    def __init__(self, countdown: int, *, is_before: bool) -> None:
        self._left = countdown
        self._is_before = is_before

    def note(self, event: str, _details: tuple[object, ...]) -> None:
        """Hear of what the interpreter is about to do."""
        if self._left == 0 and (event == "os.rename" if self._is_before else event == "open"):
            os.kill(os.getpid(), signal.SIGKILL)
        if event == "os.rename":
            self._left -= 1


if __name__ == "__main__":
    os.write(1, b"ready\n")
    sys.addaudithook(Death(int(sys.argv[2]), is_before=sys.argv[3] == "before").note)
    folder = Path(sys.argv[1])
    sys.exit(run(["--data", str(folder), "export", str(folder / "exported")]))
