"""A file that holds some room on the disk for the day it is full."""

import os
from pathlib import Path
from shutil import disk_usage

RESERVE_BYTES = 2_000_000
TIMES_FREE = 4
"""The reserve is made only where so many times its size is free."""


class Reserve:
    """A file beside the journal; taken away when the disk is full, so that a draft fits."""

    def __init__(self, folder: Path, size: int = RESERVE_BYTES) -> None:
        self._path = folder / "reserve"
        self._size = size

    def fill(self) -> bool:
        """Make the file if there is room enough; whether it is there afterwards."""
        try:
            if self._path.exists() and self._path.stat().st_size == self._size:
                return True
            if disk_usage(self._path.parent).free < TIMES_FREE * self._size:
                return False
            with self._path.open("wb") as file:
                file.write(os.urandom(self._size))  # zeros might take no room
                file.flush()
                os.fsync(file.fileno())
        except OSError:  # a disk that refuses has no room to keep
            self._path.unlink(missing_ok=True)
            return False
        return True

    def release(self) -> bool:
        """Give the room free; False if it was given before."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
