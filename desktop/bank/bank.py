"""All questions the app can see: the shipped folder, the person's own, and packs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.file_reading import read_question_file
from desktop.bank.file_scan import FoundFile, scan_folder
from desktop.bank.question_file import QuestionFile
from desktop.bank.question_saving import save_question
from desktop.domain.problem import Problem
from desktop.domain.question import Question


@dataclass(frozen=True, slots=True)
class BankSource:
    """A folder of questions and what it is called on screen; packs are neither shipped nor own."""

    name: str
    folder: Path
    is_shipped: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class BankEntry:
    """A question file and the key by which the app knows it.

    An edited one is the person's own and hides the original of the same id.
    """

    key: str
    file: FoundFile
    source: BankSource
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class BankScan:
    """What the folders hold now, and what could not be looked into."""

    entries: tuple[BankEntry, ...]
    problems: tuple[Problem, ...] = ()


class Bank:
    """Finds, reads and saves question files; it remembers where each key was last seen."""

    def __init__(self, sources: Sequence[BankSource]) -> None:
        self._sources = tuple(sources)
        self._entries: dict[str, BankEntry] | None = None

    @property
    def sources(self) -> tuple[BankSource, ...]:
        return self._sources

    def scan(self) -> BankScan:
        """Look at all folders anew; no file is opened."""
        found: list[tuple[BankSource, FoundFile]] = []
        problems: list[Problem] = []
        for source in self._sources:
            scan = scan_folder(source.folder)
            found.extend((source, file) for file in scan.files)
            problems.extend(scan.problems)
        entries = _with_keys(found)
        self._entries = {entry.key: entry for entry in entries}
        return BankScan(entries, tuple(problems))

    def find_entry(self, key: str) -> BankEntry | None:
        """The entry of a key as last seen; looks at the folders if it was never done."""
        if self._entries is None:
            self.scan()
        return (self._entries or {}).get(key)

    def find_path(self, key: str) -> Path | None:
        """The file of a key as last seen."""
        entry = self.find_entry(key)
        return entry.file.path if entry else None

    def read(self, path: Path) -> QuestionFile:
        """The question in a file; raises AppError if the file cannot be read at all."""
        return read_question_file(path)

    def save(self, question: Question, base: QuestionFile | None = None) -> Path:
        """Write a question into the person's own folder, as `save_question` says."""
        own = next(source for source in self._sources if source.is_own)
        return save_question(own.folder, question, base)


def _with_keys(found: Iterable[tuple[BankSource, FoundFile]]) -> tuple[BankEntry, ...]:
    """Entries in the order found; of two files of one id in one source the first counts.

    Own hides shipped, and a pack where it alone has the id; else packs go by `pack/id`.
    """
    pairs = list(found)
    shipped = {file.id for source, file in pairs if source.is_shipped}
    originals = Counter(
        file_id for _, file_id in {(s.name, file.id) for s, file in pairs if not s.is_own}
    )
    edited = {
        file.id
        for source, file in pairs
        if source.is_own and (file.id in shipped or originals[file.id] == 1)
    }
    entries: dict[str, BankEntry] = {}
    for source, file in pairs:
        is_pack = not source.is_own and not source.is_shipped
        if is_pack and originals[file.id] > 1:
            key = f"{source.name}/{file.id}"
        elif source.is_own or file.id not in edited:
            key = file.id
        else:
            continue
        is_edited = source.is_own and file.id in edited
        entries.setdefault(key, BankEntry(key, file, source, is_edited))
    return tuple(entries.values())
