"""A zip file somebody else has made: only plain files are read, and never too much of them."""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from desktop.domain.errors import AppError

MOST_FILES = 20_000
MOST_BYTES = 200_000_000
_MOST_DIRECTORY_BYTES = 4_000_000
_HIGHEST_RATIO = 150
_RATIO_COUNTS_FROM = 1_000_000
_END_RECORD = b"PK\x05\x06"
_ZIP64_LOCATOR = b"PK\x06\x07"
_END_BYTES = 22
_LOCATOR_BYTES = 20
_LONGEST_COMMENT = 65_535
_DRIVE = re.compile(r"[A-Za-z]:")
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


class ZipPack:
    """The files of an open zip; what is not read for safety's sake is told in `warnings`."""

    def __init__(self, opened: zipfile.ZipFile, name: str) -> None:
        self._opened = opened
        self._name = name
        self._left = MOST_BYTES
        self.warnings: list[tuple[str, str]] = []
        self._infos = dict(self._plain_files(opened.infolist()))

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of the files within the zip, printable and without a way out of it."""
        return tuple(self._infos)

    def read(self, name: str, most_bytes: int) -> bytes:
        """The bytes of a file; raises AppError if it is too large, damaged or locked."""
        info = self._infos[name]
        limit = min(most_bytes, self._left)
        is_bomb = info.file_size > _RATIO_COUNTS_FROM and info.file_size > _HIGHEST_RATIO * max(
            1, info.compress_size
        )
        if info.file_size > limit or is_bomb:
            raise _too_large(name)
        if info.flag_bits & 1:
            raise AppError(f"{name} is locked with a password.", "Unpack the zip first.")
        try:
            with self._opened.open(info) as file:
                data = file.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            NotImplementedError,
            EOFError,
            ValueError,
        ) as error:
            raise AppError(f"{name} is damaged: {error}.", "Make the zip again.") from error
        except RuntimeError as error:  # what zipfile raises for ciphers it does not know
            raise AppError(
                f"{name} cannot be unpacked: {error}.", "Unpack the zip first."
            ) from error
        if len(data) > limit:
            raise _too_large(name)
        self._left -= len(data)
        return data

    def _plain_files(self, infos: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        for info in infos:
            path = info.filename.replace("\\", "/")
            shown = printable_name(path)
            parts = shown.split("/")
            if info.is_dir() or "__MACOSX" in parts or parts[-1].startswith("."):
                continue
            if stat.S_ISLNK(info.external_attr >> 16):
                self.warnings.append((shown, "left out: it is a link to another file."))
            elif path.startswith("/") or _DRIVE.match(path) or ".." in parts:
                self.warnings.append((shown, "left out: its path leads out of the pack."))
            else:
                yield shown, info


@contextmanager
def open_zip(source: Path | bytes, name: str) -> Iterator[ZipPack]:
    """A zip file opened for reading; raises AppError if it is none, or far too large."""
    try:
        with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
            file.seek(0, 2)
            size = file.tell()
            file.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT - _LOCATOR_BYTES))
            _refuse_large_directory(file.read(), name)
            file.seek(0)
            try:
                opened = zipfile.ZipFile(file)
            except (zipfile.BadZipFile, NotImplementedError, ValueError, UnicodeError) as error:
                raise AppError(
                    f"{name} is no zip file that can be read: {error}. Nothing was imported.",
                    "Make it again, or import the files in it one by one.",
                ) from error
            with opened:
                yield ZipPack(opened, name)
    except OSError as error:
        raise AppError(
            f"{name} cannot be read: {error.strerror or error}.",
            "Check that the file is there and may be read.",
        ) from error


def printable_name(name: str) -> str:
    """A file's name without characters that cannot be seen or turn the direction of writing."""
    return _UNPRINTABLE.sub("", name)[:300]


def _refuse_large_directory(tail: bytes, name: str) -> None:
    """Raise AppError for a list of files that would take long to read, before reading it."""
    at = tail.rfind(_END_RECORD)
    if at < 0 or at + _END_BYTES > len(tail):
        return
    count = int.from_bytes(tail[at + 10 : at + 12], "little")
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    is_zip64 = tail[max(0, at - _LOCATOR_BYTES) : at].startswith(_ZIP64_LOCATOR)
    if is_zip64 or count > MOST_FILES or size > _MOST_DIRECTORY_BYTES:
        raise AppError(
            f"{name} holds more than {MOST_FILES:,} files. Nothing was imported.",
            "Unpack it and import the folder with the questions.",
        )


def _too_large(name: str) -> AppError:
    return AppError(
        f"{name} is too large when unpacked.",
        "A question file has some kilobytes. Unpack the zip and look at it first.",
    )
