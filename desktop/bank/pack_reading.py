"""The files of a pack, out of a folder or a .zip, before any of them is written."""

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from desktop.bank.file_reading import MOST_BYTES
from desktop.bank.pack_archive import open_archive
from desktop.bank.pack_paths import is_hidden, is_question, reason_against, safe_path
from desktop.domain.errors import AppError
from desktop.domain.pack import LeftOut

MOST_ENTRIES = 20_000
MOST_PACK_BYTES = 500_000_000
MOST_PICTURE_BYTES = 20_000_000


class PackMember(NamedTuple):
    """A file of a pack, its size in bytes, and how it is opened."""

    path: PurePosixPath
    size: int
    open: Callable[[], IO[bytes]]
    is_regular: bool = True


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """The name a pack goes by, the files to take, and those left out."""

    name: str
    members: tuple[PackMember, ...]
    left_out: tuple[LeftOut, ...]


@contextmanager
def open_pack(path: Path) -> Iterator[OpenedPack]:
    """The pack in a folder or a .zip, readable while the context lasts.

    Raises AppError if there is none, if it is too large, or if it names files outside of itself.
    """
    if path.is_dir():
        yield _chosen(path.resolve().name, _walk(path))
        return
    if not path.is_file():
        raise AppError(f"There is no file or folder {path}.", "Check how it is written.")
    with open_archive(path, MOST_ENTRIES, MOST_PACK_BYTES) as entries:
        members = [
            PackMember(safe_path(entry.name), entry.size, entry.open, entry.is_regular)
            for entry in entries
        ]
        tops = {member.path.parts[0] for member in members if not is_hidden(member.path)}
        is_wrapped = len(tops) == 1 and all(
            len(member.path.parts) > 1 for member in members if not is_hidden(member.path)
        )
        if is_wrapped:
            (top,) = tops
            yield _chosen(top, _unwrapped(members))
        else:
            yield _chosen(path.stem, members)


def _chosen(name: str, members: Iterable[PackMember]) -> OpenedPack:
    taken: dict[str, PackMember] = {}
    folders: set[str] = set()
    left_out: list[LeftOut] = []
    total = 0
    for number, member in enumerate(members):
        if number == MOST_ENTRIES:
            raise _too_large(name, f"it holds more than {MOST_ENTRIES:,} files")
        if is_hidden(member.path):
            continue
        above = [_folded(parent) for parent in member.path.parents][:-1]
        reason = _reason_against(member)
        if not reason and (_folded(member.path) in taken.keys() | folders or taken.keys() & above):
            reason = "another file has the same name"
        if reason:
            left_out.append(LeftOut(str(member.path), reason))
            continue
        folders.update(above)
        taken[_folded(member.path)] = member
        total += member.size
        if total > MOST_PACK_BYTES:
            raise _too_large(name, f"unpacked it is over {MOST_PACK_BYTES // 1_000_000} MB")
    if not any(is_question(member.path) for member in taken.values()):
        raise AppError(
            f"There is no question in {name}. Nothing was installed.",
            "A pack is a folder or a .zip of question files, each ending in .md.",
        )
    return OpenedPack(name, tuple(taken.values()), tuple(left_out))


def _reason_against(member: PackMember) -> str:
    if not member.is_regular:
        return "a link is not followed"
    most = MOST_BYTES if is_question(member.path) else MOST_PICTURE_BYTES
    reason = reason_against(member.path)
    if not reason and member.size > most:
        return f"larger than {most // 1_000_000} MB"
    return reason


def _unwrapped(members: Iterable[PackMember]) -> Iterator[PackMember]:
    for member in members:
        if len(member.path.parts) > 1:
            yield member._replace(path=PurePosixPath(*member.path.parts[1:]))


def _walk(folder: Path) -> Iterator[PackMember]:
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            raise AppError(
                f"{error.filename} cannot be read: {error.strerror}. Nothing was installed.",
                "Allow reading it, or leave it out of the pack.",
            ) from error
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
                continue
            status = entry.stat(follow_symlinks=False)
            path = Path(entry.path)
            inside = PurePosixPath(path.relative_to(folder).as_posix())
            is_regular = stat.S_ISREG(status.st_mode)
            yield PackMember(inside, status.st_size, partial(_open, path), is_regular)


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _folded(path: PurePosixPath) -> str:
    """A path as systems see it that pass over letter case and ways to write an accent."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def _too_large(name: str, why: str) -> AppError:
    return AppError(
        f"{name} is too large for a pack: {why}. Nothing was installed.",
        "Split it into several packs.",
    )
