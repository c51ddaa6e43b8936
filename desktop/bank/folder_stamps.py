"""Notices changes of files without being told of them, as network drives need it."""

import os
from collections.abc import Callable, Generator, Iterator, Sequence

_PAUSE_EVERY = 100
"""Files looked at between two looks at the time."""


class FolderStamps:
    """Remembers two numbers for each folder, and looks at a part of them at a time.

    The time of a folder tells at once of files that were added, removed or replaced; what was
    written into a file in place shows in the sizes and times of the folder's files, which are
    looked at in turn. It belongs to one thread at a time.
    """

    def __init__(self, roots: Sequence[str], now_s: Callable[[], float]) -> None:
        self._roots = tuple(roots)
        self._now_s = now_s
        self._times: dict[str, int] = dict.fromkeys(roots, 0)
        self._sums: dict[str, int] = {}
        self._round = self._look_round()
        self._looks = 0
        self._is_first_round = True

    def look(self, budget_s: float) -> list[str]:
        """The folders that changed since they were looked at last, after about so many seconds.

        The first look has nothing to compare with. If it takes several to see all for the first
        time, all folders are named at the end of it, for they may have changed meanwhile.
        """
        until_s = self._now_s() + budget_s
        changed = dict.fromkeys(self._look_at_folders())
        for folder in self._round:
            if folder:
                changed[folder] = None
            if self._now_s() > until_s:
                self._looks += 1
                return list(changed)
        changed.update(dict.fromkeys(self._roots if self._is_first_round and self._looks else ()))
        self._is_first_round = False
        self._round = self._look_round()
        return list(changed)

    def _look_at_folders(self) -> Iterator[str]:
        for folder, before in self._times.items():
            now = _time_of(folder)
            self._times[folder] = now
            if before != now and (before or folder in self._sums):
                self._sums.pop(folder, None)
                yield folder

    def _look_round(self) -> Iterator[str]:
        """Yield each folder whose files changed, and "" now and then."""
        waiting = list(self._roots)
        seen: set[str] = set()
        while waiting:
            folder = waiting.pop()
            seen.add(folder)
            total = yield from self._sum_up(folder, waiting)
            before = self._sums.get(folder)
            self._sums[folder] = total
            if before is not None and before != total:
                yield folder
            if folder not in self._times:
                self._times[folder] = _time_of(folder)
                if not self._is_first_round:
                    yield folder
        for gone in self._times.keys() - seen - {*self._roots}:
            del self._times[gone]
            self._sums.pop(gone, None)

    def _sum_up(self, folder: str, waiting: list[str]) -> Generator[str, None, int]:
        """A number that changes with the name, size or time of any file of a folder."""
        total = 0
        try:
            with os.scandir(folder) as entries:
                for number, entry in enumerate(entries):
                    if number % _PAUSE_EVERY == 0:
                        yield ""
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        total ^= _stamp(entry)
        except OSError:  # the refresh that follows says which folder cannot be read
            return -1
        return total


def _stamp(entry: "os.DirEntry[str]") -> int:
    try:
        status = entry.stat()
    except OSError:  # a link to nowhere, or a file that went in this moment
        return 0
    return hash((entry.name, status.st_size, status.st_mtime_ns))


def _time_of(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - a path is text here
    except OSError:
        return 0
