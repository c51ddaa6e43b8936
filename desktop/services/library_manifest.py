"""The list of what a whole library holds, by which it is known and checked."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from desktop.domain.errors import AppError

LIBRARY_MANIFEST = "greenroom-library.json"
LIBRARY = "library"
FILES = "files"
FORMAT = 1
KEPT_FOLDERS = ("questions", "packs", "images", "mock-templates")
KEPT_FILES = ("words.txt",)
"""What of the data folder goes along beside the journal's rows."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class LibraryManifest:
    """SHA-256 of the rows of each table, and of each file by its path in the data folder."""

    tables: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The manifest as JSON, the same for the same library."""
        document = {
            "format": FORMAT,
            "tables": dict(sorted(self.tables.items())),
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()

    def checksums(self) -> dict[str, str]:
        """The checksum of everything by its name in the folder of the export."""
        tables = {f"{LIBRARY}/{name}.jsonl": digest for name, digest in self.tables.items()}
        files = {f"{LIBRARY}/{FILES}/{name}": digest for name, digest in self.files.items()}
        return dict(sorted((tables | files).items()))


def is_library(folder: Path) -> bool:
    """Whether a folder holds a whole library."""
    return (folder / LIBRARY_MANIFEST).is_file()


def read_library_manifest(folder: Path) -> LibraryManifest:
    """The manifest in a folder; raises AppError if it cannot be trusted."""
    path = folder / LIBRARY_MANIFEST
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _unusable(path, "is far too large")
        document = json.loads(path.read_bytes())
        if document["format"] != FORMAT:
            raise _unusable(path, "was written by a newer Greenroom")
        tables = {_table(name): _digest(value) for name, value in document["tables"].items()}
        files = {_file(name): _digest(value) for name, value in document["files"].items()}
    except OSError as error:
        raise _unusable(path, f"cannot be read ({error.strerror})") from error
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise _unusable(path, "is damaged") from error
    return LibraryManifest(tables, files)


def check_library(folder: Path, manifest: LibraryManifest) -> None:
    """Raise AppError if anything a manifest names is gone, a link, or not as it was written."""
    for name, expected in manifest.checksums().items():
        path = folder / name
        try:
            is_plain = path.resolve() == folder.resolve() / name and path.is_file()
            is_right = is_plain and digest_of(path) == expected
        except OSError as error:
            raise _unusable(path, f"cannot be read ({error.strerror})") from error
        if not is_right:
            raise _unusable(path, "is gone or was changed after the export")


def digest_of(path: Path) -> str:
    """SHA-256 of a file as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _table(name: str) -> str:
    if not re.fullmatch(r"[a-z_]{1,40}", name):
        raise ValueError(name)
    return name


def _file(name: str) -> str:
    path = PurePosixPath(name)
    is_kept = name in KEPT_FILES or (len(path.parts) > 1 and path.parts[0] in KEPT_FOLDERS)
    if not is_kept or ".." in path.parts or path.as_posix() != name or "\\" in name:
        raise ValueError(name)  # one that leads elsewhere
    return name


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError(value)
    return value


def _unusable(path: Path, fault: str) -> AppError:
    return AppError(
        f"{path} {fault}. Nothing was taken in.",
        "Export the library again, or choose another folder.",
    )
