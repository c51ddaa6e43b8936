"""Writing a file so that a crash leaves either the old text or the new one."""

import os
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.errors import AppError


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` in the place of what a file holds, as `replace_file_by` does."""
    replace_file_by(path, (content,))


def replace_file_by(path: Path, chunks: Iterable[bytes]) -> None:
    """Write the chunks beside `path`, force them to disk and put them in its place.

    Missing folders are made; a link keeps pointing to its file, whose mode stays. Raises AppError
    when the disk refuses; the old file is then untouched.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_through(beside, chunks)
            if target.exists():
                beside.chmod(target.stat().st_mode)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
        sync_folder(target.parent)
    except OSError as error:
        raise AppError(
            f"{path.name} could not be written: {error.strerror or error}. "
            "What was there before is untouched.",
            f"Check that {path.parent} exists, has room, and may be written to.",
        ) from error


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
