"""A folder for what was taken away, so that it can be had again."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import AppError


class BinFolder:
    """Keeps each thing under its own name and the moment it came."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def put(self, path: Path, name: str = "") -> Path:
        """Move a file or a folder in, under its own name or another; where it is now.

        Raises AppError if that is refused.
        """
        moment = f"{self._now().astimezone():%Y-%m-%d-%H%M%S}"
        own = Path(name or path.name)
        target = self._folder / f"{own.stem}-{moment}{own.suffix}"
        number = 1
        while target.exists() or target.is_symlink():
            number += 1
            target = self._folder / f"{own.stem}-{moment}-{number}{own.suffix}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            return Path(shutil.move(path, target))
        except OSError as error:
            raise AppError(
                f"{path.name} could not be moved to {self._folder}: {error.strerror or error}.",
                "Check that the folder exists, has room, and may be written to.",
            ) from error
