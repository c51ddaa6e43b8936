"""What an export is writing, so that the next one knows its own pages if this one is cut short."""

import os
import re
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.files import sync_folder

NAME = ".greenroom-export-under-way"

_CHECKSUM = re.compile(r"[0-9a-f]{64}")


class ExportUnderWay:
    """A list of checksums beside the pages; it is there only from the first page to the manifest.

    `left` are those of an export that came to no end.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        if self._path.is_symlink():  # one that would lead the list elsewhere
            self._path.unlink()
        self.left = _read(self._path)

    def note(self, checksum: str) -> None:
        """Put the checksum of a page on disk before the page; AppError if the disk refuses."""
        is_new = not self._path.exists()
        try:
            with self._path.open("a", encoding="ascii") as file:
                file.write(f"{checksum}\n")
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                sync_folder(self._path.parent)
        except OSError as error:
            raise AppError(
                f"{self._path.parent} could not be written to: {error.strerror}.",
                "Check that it exists, has room, and may be written to.",
            ) from error

    def end(self) -> None:
        """Take the list away, since the manifest says it all."""
        self._path.unlink(missing_ok=True)


def _read(path: Path) -> frozenset[str]:
    try:
        return frozenset(_CHECKSUM.findall(path.read_text(encoding="ascii", errors="replace")))
    except OSError:
        return frozenset()
