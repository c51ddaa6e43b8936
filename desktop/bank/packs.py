"""Installing, updating, disabling and removing packs of questions."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from filecmp import cmp
from pathlib import Path
from time import time

from desktop.bank.bank import find_packs
from desktop.bank.bank_sources import OWN_NAME, PACKS_NAME, SHIPPED_NAME
from desktop.bank.bin_folder import BinFolder
from desktop.bank.file_scan import walk_paths
from desktop.bank.new_id import new_id
from desktop.bank.pack_archive import ARCHIVE_FAULTS, broken_archive
from desktop.bank.pack_reading import PackMember, open_pack
from desktop.domain.errors import AppError
from desktop.domain.nearest_name import find_nearest_name
from desktop.domain.pack import Pack, PackInstalledError, PackReport
from desktop.domain.problem import Problem

DISABLED = ".disabled"
"""The folder beside the packs for those that are kept, but not in the bank; it is hidden."""

_PART, _OLD = ".part", ".old"
_TAKEN_NAMES = frozenset({OWN_NAME, SHIPPED_NAME, PACKS_NAME})
_VERSION = re.compile(r"(?:[-_](?:main|master|v?\d+(?:\.\d+)+)|\s*\(\d+\))$", re.IGNORECASE)
"""What a download adds to the name of a pack."""
_STALE_S = 86_400
_BLOCK_BYTES = 1_000_000


class Packs:
    """The packs in a folder; every call may come from another thread, one at a time.

    A pack is unpacked beside its place and then renamed, so it is there whole or not at all.
    """

    def __init__(self, folder: Path, bin_folder: BinFolder) -> None:
        self._folder = folder
        self._bin = bin_folder

    def all(self) -> tuple[Pack, ...]:
        """All packs, by name."""
        packs = (
            Pack(folder.name, sum(1 for _ in walk_paths(str(folder), _pass_over)), is_enabled)
            for is_enabled in (True, False)
            for folder in find_packs(self._place(is_enabled=is_enabled))
        )
        return tuple(sorted(packs, key=lambda pack: pack.name))

    def install(self, path: Path, name: str = "") -> PackReport:
        """Take in a pack from a folder or a .zip.

        Raises AppError, with nothing changed, if it cannot be read or may do harm, and
        PackInstalledError if it is there already.
        """
        with self._staged(path, name) as (report, part):
            if self._find(report.name):
                raise PackInstalledError(report.name)
            part.rename(self._folder / report.name)
        return report

    def update(self, path: Path, name: str = "") -> PackReport:
        """Take in the same pack again and say what changed; the old one goes to the bin.

        Raises AppError, with nothing changed, as `install` does, or if there is no such pack.
        """
        with self._staged(path, name) as (fresh, part):
            place = self._get(fresh.name)
            report = _compared(fresh, place, part)
            if report.has_changes:
                self._swap(place, part)
        return report

    def set_enabled(self, name: str, *, is_enabled: bool) -> None:
        """Put a pack into the bank or take it out, and keep it; raises AppError if it is gone."""
        place = self._get(name)
        target = self._place(is_enabled=is_enabled) / place.name
        if target != place:
            with _telling(f"{name} could not be moved"):
                target.parent.mkdir(parents=True, exist_ok=True)
                place.rename(target)

    def remove(self, name: str) -> Path:
        """Move a pack to the bin; where it is now. Raises AppError if there is no such pack."""
        return self._bin.put(self._get(name))

    def settle(self) -> None:
        """Bring back a pack whose update ended between two steps, and clear away what is left."""
        for folder in (self._folder, self._folder / DISABLED):
            for old in folder.glob(f".*{_OLD}"):
                place = folder / old.name.removeprefix(".").removesuffix(_OLD)
                if place.exists():
                    self._bin.put(old, place.name)
                else:
                    old.rename(place)
        for part in self._folder.glob(f".*{_PART}"):
            if time() - part.stat().st_mtime > _STALE_S:  # a younger one may be under way
                shutil.rmtree(part)

    @contextmanager
    def _staged(self, path: Path, name: str) -> Iterator[tuple[PackReport, Path]]:
        """A pack unpacked beside the others, and what there is to say of it."""
        part = self._folder / f".{os.urandom(4).hex()}{_PART}"
        with _telling(f"The pack {path.name} could not be written"), open_pack(path) as pack:
            try:
                part.mkdir(parents=True)
                for member in pack.members:
                    _copy(path.name, member, part)
                added = tuple(sorted(str(member.path) for member in pack.members))
                own_name = _pack_name(name or pack.name)
                yield PackReport(own_name, added=added, left_out=pack.left_out), part
            finally:
                if part.exists():
                    shutil.rmtree(part)

    def _swap(self, place: Path, part: Path) -> None:
        """Put the new pack in the place of the old one, which is back if that fails."""
        old = place.with_name(f".{place.name}{_OLD}")
        place.rename(old)
        try:
            part.rename(place)
        except OSError:
            old.rename(place)
            raise
        self._bin.put(old, place.name)

    def _place(self, *, is_enabled: bool) -> Path:
        return self._folder if is_enabled else self._folder / DISABLED

    def _find(self, name: str) -> Path | None:
        for place in (self._folder, self._folder / DISABLED):
            for pack in find_packs(place):
                if pack.name == name:
                    return pack
        return None

    def _get(self, name: str) -> Path:
        if place := self._find(name):
            return place
        names = [pack.name for pack in self.all()]
        nearest = find_nearest_name(name, names)
        advice = f"Did you mean {nearest}?" if nearest else "greenroom pack list names them."
        raise AppError(f"There is no pack {name}.", advice)


def _pack_name(name: str) -> str:
    """The name of a folder or a download as that of a pack."""
    while (shorter := _VERSION.sub("", name)) != name:
        name = shorter
    own_name = new_id(name, ())
    return f"{own_name}-pack" if own_name in _TAKEN_NAMES else own_name


def _copy(pack: str, member: PackMember, folder: Path) -> None:
    target = folder / member.path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as copy:
        for block in _blocks(pack, member):
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())


def _blocks(pack: str, member: PackMember) -> Iterator[bytes]:
    left = member.size
    try:
        with member.open() as file:
            while left > 0 and (block := file.read(min(left, _BLOCK_BYTES))):
                left -= len(block)
                yield block
    except ARCHIVE_FAULTS as error:
        raise broken_archive(pack) from error


def _compared(fresh: PackReport, place: Path, part: Path) -> PackReport:
    """What a pack changes, by the files of the one that stands and of the new one."""
    old = set(_files_in(place))
    new = set(fresh.added)
    return replace(
        fresh,
        added=tuple(sorted(new - old)),
        changed=tuple(
            sorted(name for name in new & old if not cmp(place / name, part / name, shallow=False))
        ),
        removed=tuple(sorted(old - new)),
    )


def _files_in(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield inside.as_posix()


@contextmanager
def _telling(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AppError(
            f"{what}: {error.strerror or error}. Nothing was changed.",
            "Check that the disk has room, and that the files may be read and written.",
        ) from error


def _pass_over(_problem: Problem) -> None:
    """The refresh of the index tells of folders that cannot be read."""
