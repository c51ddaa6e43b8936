"""All questions the app can see: the shipped folder, the person's own, and packs."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.file_reading import read_question_file
from desktop.bank.file_scan import (
    FoundFile,
    TellProblem,
    find_file,
    id_of,
    walk_files,
    walk_folders,
    walk_paths,
)
from desktop.bank.question_file import QuestionFile
from desktop.bank.question_saving import save_question, save_text
from desktop.domain.problem import Problem
from desktop.domain.question import Question


@dataclass(frozen=True, slots=True)
class BankSource:
    """A folder of questions and what it is called on screen; packs are neither shipped nor own.

    One that `holds_packs` stands for the packs in it, each called by the name of its folder.
    """

    name: str
    folder: Path
    is_shipped: bool = False
    is_own: bool = False
    holds_packs: bool = False


@dataclass(frozen=True, slots=True)
class BankEntry:
    """A question file and the key by which the app knows it.

    An edited one is the person's own and hides the original of the same id.
    """

    key: str
    path: str
    source: BankSource
    is_edited: bool = False


class Bank:
    """Finds, reads and saves question files; it holds none, so a large bank takes no memory.

    Packs may come and go while it is in use.
    """

    def __init__(self, sources: Sequence[BankSource]) -> None:
        self._sources = tuple(sources)
        self._prefixes = tuple((os.path.join(one.folder, ""), one) for one in sources)  # noqa: PTH118 - compared as text

    @property
    def sources(self) -> tuple[BankSource, ...]:
        return self._sources

    def files(self, tell: TellProblem, within: Collection[str] = ()) -> Iterator[FoundFile]:
        """Yield all question files, or those at or below some paths; no file is opened.

        Folders that cannot be read are told, and so are links that lead out of theirs.
        """
        folders = [str(folder) for folder in self.source_folders()]
        for place in within or folders:
            if found := self._find_file(place):
                yield found
                continue
            for folder in folders:
                if _is_in(folder, place):
                    yield from walk_files(folder, tell)
                elif _is_in(place, folder) and os.path.isdir(place):  # noqa: PTH112 - as below
                    yield from walk_files(place, tell, folder)

    def source_folders(self) -> Iterator[Path]:
        """Yield the folder of each source, and of each pack that is there now."""
        for source in self._sources:
            yield from find_packs(source.folder) if source.holds_packs else (source.folder,)

    def folders(self) -> Iterator[str]:
        """Yield the folders in which question files may stand."""
        for folder in self.source_folders():
            yield from walk_folders(str(folder), _pass_over)

    def ids(self) -> Iterator[str]:
        """Yield the id of every question file."""
        for folder in self.source_folders():
            yield from map(id_of, walk_paths(str(folder), _pass_over))

    def entries(self, paths: Iterable[str]) -> tuple[BankEntry, ...]:
        """The entries among question files; all files of an id must be there, for they decide.

        Own hides shipped, and a pack where it alone has the id; else packs go by `pack/id`. Of
        two files of one id in one source the first counts.
        """
        by_id: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            by_id[id_of(path)].append(path)
        return tuple(entry for each, group in by_id.items() for entry in self._of_id(each, group))

    def find_entries(self, keys: Collection[str]) -> Mapping[str, BankEntry]:
        """The entries of keys, by key; looks through the folders, by names alone."""
        wanted = {_id_in(key) for key in keys}
        found = self.entries(
            path
            for folder in self.source_folders()
            for path in walk_paths(str(folder), _pass_over)
            if id_of(path) in wanted and self._find_file(path)
        )
        return {entry.key: entry for entry in found if entry.key in keys}

    def find_entry(self, key: str, known_paths: Iterable[str] = ()) -> BankEntry | None:
        """The entry of a key, by the paths known of its id, or else by looking for them."""
        present = [path for path in known_paths if self._find_file(path)]
        for entry in self.entries(present):
            if entry.key == key:
                return entry
        return self.find_entries({key}).get(key)

    def read(self, path: str | Path) -> QuestionFile:
        """The question in a file; raises AppError if the file cannot be read at all."""
        return read_question_file(Path(path))

    def save(self, question: Question, base: QuestionFile | None = None) -> Path:
        """Write a question into the person's own folder, as `save_question` says."""
        return save_question(self._own_folder, question, base)

    def save_text(self, file_id: str, text: str, base: QuestionFile | None = None) -> Path:
        """Write the text of a question into the person's own folder, as `save_text` says."""
        return save_text(self._own_folder, file_id, text, base)

    def is_own(self, path: Path) -> bool:
        """Whether a file lies in the person's own folder."""
        return path.is_relative_to(self._own_folder)

    def find_original(self, file_id: str) -> str | None:
        """The path of the file that an own one of this id hides; looks through the folders."""
        originals = (
            path
            for folder in self.source_folders()
            if folder != self._own_folder
            for path in walk_paths(str(folder), _pass_over)
            if id_of(path) == file_id and self._find_file(path)
        )
        return next(originals, None)

    @property
    def _own_folder(self) -> Path:
        return next(source.folder for source in self._sources if source.is_own)

    def _find_file(self, path: str) -> FoundFile | None:
        source = self._find_source(path)
        return find_file(path, str(source.folder)) if source else None

    def _of_id(self, file_id: str, paths: Sequence[str]) -> Iterator[BankEntry]:
        first: dict[BankSource, str] = {}
        for path in sorted(paths):
            if source := self._find_source(path):
                first.setdefault(source, path)
        originals = [source for source in first if not source.is_own]
        is_shipped = any(source.is_shipped for source in originals)
        is_edited = len(first) > len(originals) and (is_shipped or len(originals) == 1)
        for source, path in first.items():
            if not source.is_own and not source.is_shipped and len(originals) > 1:
                yield BankEntry(f"{source.name}/{file_id}", path, source)
            elif source.is_own or not is_edited:
                yield BankEntry(file_id, path, source, is_edited=is_edited)

    def _find_source(self, path: str) -> BankSource | None:
        for prefix, source in self._prefixes:
            if path.startswith(prefix):
                return _pack_of(path, prefix) if source.holds_packs else source
        return None


def find_packs(folder: Path) -> tuple[Path, ...]:
    """The folders of the packs in a folder, also behind a link; those with hidden names are out.

    A folder that cannot be read counts as a pack, so that whoever reads that tells of it.
    """
    try:
        return tuple(
            sorted(one for one in folder.iterdir() if one.is_dir() and one.name[0] != ".")
        )
    except FileNotFoundError:
        return ()
    except OSError:
        return (folder,)


def _pack_of(path: str, packs: str) -> BankSource | None:
    """The pack a file belongs to; None for one that lies beside the packs."""
    name, separator, _ = path.removeprefix(packs).partition(os.sep)
    return BankSource(name, Path(packs, name)) if separator else None


def _is_in(path: str, folder: str) -> bool:
    """Whether a path is that of a folder, or of something below it."""
    return os.path.join(path, "").startswith(os.path.join(folder, ""))  # noqa: PTH118 - as below


def _id_in(key: str) -> str:
    return key.rpartition("/")[2]


def _pass_over(_problem: Problem) -> None:
    """A refresh of the index tells of folders that cannot be read; other looks need not."""
