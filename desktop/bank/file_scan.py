"""Looks for question files in a folder without opening one."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from desktop.domain.problem import Problem

SUFFIX = ".md"
NOT_QUESTIONS = frozenset({"readme.md", "license.md", "contributing.md", "changelog.md"})

LINK_MESSAGE = "a link to a file elsewhere is not followed; put a copy of the file here"

TellProblem = Callable[[Problem], None]


class FoundFile(NamedTuple):
    """A question file, by size in bytes and time in nanoseconds; its id is its stem.

    A large bank has very many of them, so they are small and nobody keeps them.
    """

    path: str
    size: int
    mtime_ns: int

    @property
    def id(self) -> str:
        return id_of(self.path)


def id_of(path: str) -> str:
    """The id of the question in a file: its name without the ending."""
    return os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122 - a Path is slow


def walk_files(folder: str, tell: TellProblem, root: str = "") -> Iterator[FoundFile]:
    """Yield the question files below a folder; links to folders are not followed: no loops.

    Hidden names, pipes, sockets and devices are passed over. A missing folder is empty; one that
    cannot be read is told, and so is a link that leads out of `root`, or else of the folder.
    """
    for entry in _walk_names(folder, tell):
        if entry.is_symlink() and _leads_out(entry.path, root or folder):
            tell(Problem(Path(entry.path), 1, LINK_MESSAGE))
        else:
            yield from _found(entry.path)


def walk_paths(folder: str, tell: TellProblem) -> Iterator[str]:
    """Yield the paths of what is named as a question file, quicker than with size and time."""
    return (entry.path for entry in _walk_names(folder, tell))


def find_file(path: str, root: str = "") -> FoundFile | None:
    """One question file; None if it is not there, is none, or is a link out of `root`."""
    name = os.path.basename(path)  # noqa: PTH119 - as above
    if name.startswith(".") or not _is_named_as_question(name):
        return None
    if root and os.path.islink(path) and _leads_out(path, root):  # noqa: PTH114 - as above
        return None
    return next(_found(path), None)


def walk_folders(folder: str, tell: TellProblem) -> Iterator[str]:
    """Yield a folder and those below it, as `walk_files` sees them."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(entry.path for entry in _scan(current, tell) if _is_folder(entry))


def _walk_names(folder: str, tell: TellProblem) -> "Iterator[os.DirEntry[str]]":
    waiting = [folder]
    while waiting:
        for entry in _scan(waiting.pop(), tell):
            if _is_folder(entry):
                waiting.append(entry.path)
            elif _is_named_as_question(entry.name):
                yield entry


def _scan(folder: str, tell: TellProblem) -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or str(error)
        tell(Problem(Path(folder), 1, f"this folder cannot be read: {reason}"))
        return []


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_named_as_question(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(SUFFIX) and lower not in NOT_QUESTIONS


def _leads_out(link: str, root: str) -> bool:
    """Whether a link points out of a folder, which may be a link itself."""
    inside = os.path.join(os.path.realpath(root), "")  # noqa: PTH118 - as above
    return not os.path.realpath(link).startswith(inside)


def _found(path: str) -> Iterator[FoundFile]:
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
    except OSError:  # a link to nowhere, or a file that went in this moment
        return
    if stat.S_ISREG(status.st_mode):
        yield FoundFile(path, status.st_size, status.st_mtime_ns)
