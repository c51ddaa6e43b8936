"""Writing a file so that a crash leaves either the old text or the new one."""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import AppError

_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{8}\.part(-journal)?", re.DOTALL)


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` in the place of what a file holds, as `replace_file_by` does."""
    replace_file_by(path, lambda: (content,))


def replace_file_by(path: Path, make_chunks: Callable[[], Iterable[bytes]]) -> None:
    """Write chunks, which may be made twice, beside `path`, and put them in its place.

    They are forced to disk first. Missing folders are made; a link keeps pointing to its file,
    whose mode stays. Raises AppError when the disk refuses; the old file is then untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        try:
            _replace(target, make_chunks())
        except FileNotFoundError:  # a start that cleaned up took the new file for a leftover
            _replace(target, make_chunks())
        sync_folder(target.parent)
    except OSError as error:
        raise AppError(
            f"{path.name} could not be written: {error.strerror or error}. "
            "What was there before is untouched.",
            f"Check that {path.parent} exists, has room, and may be written to.",
        ) from error


def make_folder(folder: Path) -> None:
    """Make a folder and what is missing above it, so that a power loss takes none of them back.

    Raises OSError as `Path.mkdir` does.
    """
    if folder.is_dir():
        return
    if not folder.parent.exists():
        make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def remove_unfinished(folder: Path) -> None:
    """Remove what writes that were cut short left in a folder; one under way begins anew."""
    with suppress(OSError):  # what cannot be read or removed stays for another time
        for path in list(folder.iterdir()):
            if _UNFINISHED.fullmatch(path.name):
                path.unlink(missing_ok=True)


def _replace(target: Path, chunks: Iterable[bytes]) -> None:
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    make_folder(target.parent)
    try:
        _write_through(beside, chunks)
        if target.exists():
            beside.chmod(target.stat().st_mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _write_through(path: Path, chunks: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Force what was written to a file to disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to disk: what was renamed stays renamed after a power loss."""
    if os.name == "nt":  # Windows cannot open a folder, and orders the rename itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
