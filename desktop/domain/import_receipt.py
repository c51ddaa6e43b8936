"""What an import wrote, so that all of it can be undone in one step."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file an import wrote: the digest of its bytes, and of those that stood there before.

    `former` is "" for a file that was new.
    """

    path: Path
    digest: str
    former: str = ""


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """One import: what was brought in, when, and the files it wrote."""

    id: str
    name: str
    imported_at: datetime
    files: tuple[WrittenFile, ...]

    @property
    def made(self) -> int:
        """How many files are new."""
        return sum(not one.former for one in self.files)

    @property
    def replaced(self) -> int:
        """How many files took the place of older ones."""
        return len(self.files) - self.made


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What an undo did; files changed since the import were kept as they are."""

    removed: int
    restored: int
    kept: tuple[Path, ...] = ()
