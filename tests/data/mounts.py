"""File systems of a test's own, in a mount namespace where nothing else is touched."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

BLOCK = b"\0" * 4_096


def mount(*arguments: object) -> None:
    """Mount, but only in a namespace of the test's own."""
    if os.environ.get("GREENROOM_IN_WORLD") != "1":
        pytest.skip("run by test_worlds_of_their_own.py, which makes a world for it")
    subprocess.run(["mount", *map(str, arguments)], check=True)


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A disk of so many bytes, "2m", mounted at a new folder."""
    place.mkdir()
    mount("-t", "tmpfs", "-o", f"size={size}", "none", place)
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def read_only(place: Path) -> Iterator[None]:
    """A folder that nobody may write into, not even root."""
    mount("--bind", place, place)
    mount("-o", "remount,bind,ro", place)
    yield
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Write a file until there is no room left; its path."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(BLOCK)
    return filler
