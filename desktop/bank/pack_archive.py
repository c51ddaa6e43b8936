"""The entries of a .zip that somebody else made."""

import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from desktop.domain.errors import AppError

MOST_DIRECTORY_BYTES = 8_000_000
MOST_RATIO = 100
"""Text packs to a fifth of its size; what packs to a hundredth is there to fill the disk."""
SMALL_BYTES = 10_000_000
"""Up to this size no ratio does harm."""

_END, _LOCATOR = b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES, _LOCATOR_BYTES, _LONGEST_COMMENT = 22, 20, 65_535
_ENCRYPTED = 0x1

ARCHIVE_FAULTS = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError)
"""What opening and reading a broken archive raises; NotImplementedError is a RuntimeError."""


class ArchiveEntry(NamedTuple):
    """A file of an archive; anything but a file, such as a link, is not regular."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    is_regular: bool


@contextmanager
def open_archive(path: Path, most_entries: int, most_bytes: int) -> Iterator[list[ArchiveEntry]]:
    """The files of a .zip, readable while the context lasts.

    Raises AppError if the archive is broken, or if its files would be too many or too large.
    """
    try:
        _check_directory(path)
        archive = ZipFile(path)
    except (*ARCHIVE_FAULTS, OSError) as error:
        raise broken_archive(path.name) from error
    with archive:
        infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
        _check_sizes(path, infos, most_entries, most_bytes)
        yield [_entry(archive, info) for info in infos]


def broken_archive(name: str) -> AppError:
    """What is said of an archive that cannot be read."""
    return AppError(
        f"{name} is not a .zip that can be read. Nothing was installed.",
        "Get it again, or unpack it and install the folder.",
    )


def _check_directory(path: Path) -> None:
    """Refuse a table of contents that would fill the memory, before it is read."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT - _LOCATOR_BYTES))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise BadZipFile
    (directory_bytes,) = struct.unpack_from("<L", tail, at + 12)
    is_zip64 = tail[max(0, at - _LOCATOR_BYTES) :].startswith(_LOCATOR)
    if is_zip64 or directory_bytes > MOST_DIRECTORY_BYTES:
        raise _too_large(path.name, "its table of contents alone is very long")


def _check_sizes(path: Path, infos: list[ZipInfo], most_entries: int, most_bytes: int) -> None:
    if len(infos) > most_entries:
        raise _too_large(path.name, f"it holds more than {most_entries:,} files")
    total = sum(info.file_size for info in infos)
    if total > most_bytes:
        raise _too_large(path.name, f"unpacked it is over {most_bytes // 1_000_000} MB")
    if total > SMALL_BYTES and total > MOST_RATIO * path.stat().st_size:
        raise _too_large(path.name, f"it grows more than {MOST_RATIO} times when it is unpacked")


def _entry(archive: ZipFile, info: ZipInfo) -> ArchiveEntry:
    if info.flag_bits & _ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise AppError(
            f"{info.filename} is locked by a password or packed in an unusual way. "
            "Nothing was installed.",
            "Unpack the .zip and install the folder.",
        )
    kind = stat.S_IFMT(info.external_attr >> 16)
    opening = partial(archive.open, info)
    return ArchiveEntry(info.filename, info.file_size, opening, kind in (0, stat.S_IFREG))


def _too_large(name: str, why: str) -> AppError:
    return AppError(
        f"{name} is not unpacked: {why}. Nothing was installed.",
        "Get the pack from somebody else, or split it into several.",
    )
