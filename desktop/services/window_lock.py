"""Whether the window is open with a data folder, as its lock file tells."""

import os
from pathlib import Path

LOCK_NAME = "window.lock"


def is_window_open(data: Path) -> bool:
    """Whether a living process holds the folder; one that was killed does not."""
    path = data / LOCK_NAME
    try:
        with path.open("rb+") as file:
            return _is_held(file.fileno())
    except FileNotFoundError:
        return False
    except PermissionError:  # Windows lets nobody else open it
        return True


def _is_held(descriptor: int) -> bool:
    if os.name == "nt":
        return False
    import fcntl  # noqa: PLC0415 - Windows has none

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False
