"""Looks for question files in a folder without opening one."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.problem import Problem

SUFFIX = ".md"
NOT_QUESTIONS = frozenset({"readme.md", "license.md", "contributing.md", "changelog.md"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A question file, by size in bytes and time in nanoseconds; its id is its stem."""

    path: Path
    size: int
    mtime_ns: int

    @property
    def id(self) -> str:
        return self.path.stem


@dataclass(frozen=True, slots=True)
class FolderScan:
    """The question files of a folder, in order of their paths, and the folders that refused."""

    files: tuple[FoundFile, ...]
    problems: tuple[Problem, ...] = ()


def scan_folder(folder: Path) -> FolderScan:
    """All question files below a folder; links to folders are not followed, so loops cannot be.

    Hidden names, pipes, sockets and devices are passed over. A missing folder is empty.
    """
    files: list[FoundFile] = []
    problems: list[Problem] = []
    waiting = [str(folder)]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif _is_named_as_question(entry.name):
                        files.extend(_found(entry))
        except FileNotFoundError:
            continue
        except OSError as error:
            reason = error.strerror or str(error)
            problems.append(Problem(Path(current), 1, f"this folder cannot be read: {reason}"))
    return FolderScan(tuple(sorted(files, key=_path)), tuple(problems))


def _is_named_as_question(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(SUFFIX) and lower not in NOT_QUESTIONS


def _found(entry: "os.DirEntry[str]") -> list[FoundFile]:
    try:
        status = entry.stat()
    except OSError:  # a link to nowhere, or a file that went in this moment
        return []
    if not stat.S_ISREG(status.st_mode):
        return []
    return [FoundFile(Path(entry.path), status.st_size, status.st_mtime_ns)]


def _path(file: FoundFile) -> str:
    return str(file.path)  # far quicker to compare than a Path
