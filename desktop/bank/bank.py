"""All questions the app can see: the shipped folder, the person's own, and packs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.file_reading import read_question_file
from desktop.bank.file_scan import FoundFile, scan_folder
from desktop.bank.question_file import QuestionFile
from desktop.bank.question_writing import write_question
from desktop.domain.problem import Problem
from desktop.domain.question import Question
from desktop.files import replace_file


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

    An edited one is the person's own and hides a shipped one of the same id.
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
        """Write a question into the person's own folder; raises AppError if the disk refuses."""
        own = next(source for source in self._sources if source.is_own)
        path = own.folder / f"{question.id}.md"
        replace_file(path, write_question(question, base).encode())
        return path


def _with_keys(found: Iterable[tuple[BankSource, FoundFile]]) -> tuple[BankEntry, ...]:
    """Entries in the order found: own hides shipped; packs that share an id go by `pack/id`."""
    pairs = list(found)
    own = {file.id for source, file in pairs if source.is_own}
    shipped = {file.id for source, file in pairs if source.is_shipped}
    in_packs = Counter(
        file.id for source, file in pairs if not source.is_own and not source.is_shipped
    )
    entries: dict[str, BankEntry] = {}
    for source, file in pairs:
        if source.is_shipped and file.id in own:
            continue
        is_pack = not source.is_own and not source.is_shipped
        is_shared = in_packs[file.id] > 1 or file.id in own or file.id in shipped
        key = f"{source.name}/{file.id}" if is_pack and is_shared else file.id
        is_edited = source.is_own and file.id in shipped
        entries.setdefault(key, BankEntry(key, file, source, is_edited))
    return tuple(entries.values())
