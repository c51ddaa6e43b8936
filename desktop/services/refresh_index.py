"""Brings the index up to date with the files and the journal."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem
from desktop.search.file_changes import FileChanges
from desktop.search.index import Index, with_sound_index
from desktop.search.index_connection import IndexConnection
from desktop.search.index_writer import IndexWriter
from desktop.search.indexed_document import FileStamp
from desktop.search.known_files import KnownFiles
from desktop.services.index_practice import IndexPractice
from desktop.services.question_document import question_document

BATCH = 200
"""Questions written in one transaction: quick, and soon interrupted."""

MOST_NAMED = 1_000
MOST_PROBLEMS = 20

Progress = Callable[[int, int], None]
"""Hears how many questions were read, and how many are to be read."""


class TooMuchToRefreshError(Exception):
    """There is more to do than was allowed; nothing was changed."""


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """How many questions were read or taken out, and what is wrong in those that were read.

    `keys` names these questions, and is None if they are too many to name; of the problems only
    the first are kept. `renames` pairs keys that are no more, and may have a history in the
    journal, with the present ones.
    """

    changed: int = 0
    keys: frozenset[str] | None = frozenset()
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    renames: tuple[tuple[str, str], ...] = ()

    def concerns(self, key: str) -> bool:
        """Whether a question may have changed."""
        return self.keys is None or key in self.keys


@dataclass(frozen=True, slots=True)
class RefreshLimits:
    """How many files may be looked at, and how many questions read, before it is too much."""

    most_files: int
    most_questions: int


def _never() -> bool:
    return False


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody waits for it."""


class RefreshIndex:
    """Compares files by size and time with what the index knows, and reads those that differ.

    An index that turns out damaged is made anew and filled again.
    """

    def __init__(
        self, bank: Bank, index: Path, journal: Path, now: Callable[[], datetime]
    ) -> None:
        self._bank = bank
        self._index = index
        self._journal = journal
        self._now = now

    def refresh(
        self,
        is_cancelled: Callable[[], bool] = _never,
        on_progress: Progress = _tell_nobody,
        within: Collection[str] = (),
        limits: RefreshLimits | None = None,
    ) -> RefreshReport:
        """Bring all files, or those at or below some paths, and the person's work up to date.

        Cancelling leaves a usable index for the next time. Raises TooMuchToRefreshError where
        there is more to do than `limits` allow.
        """

        def refresh(index: Index) -> RefreshReport:
            where = () if index.needs_rebuild else within
            with closing(index.connect()) as connection:
                run = _Run(self._bank, connection, is_cancelled, on_progress)
                run.refresh(where, limits)
                if is_cancelled():
                    return run.report()
                practice = self._practice(connection)
                practice.refresh()
                index.note_complete()
                return run.report(practice.find_renames(run.keys))

        return with_sound_index(self._index, refresh)

    def refresh_practice(self) -> None:
        """Bring what the index says of the person's own work on all questions up to date."""
        with_sound_index(self._index, partial(self._with_practice, IndexPractice.refresh))

    def note_practice(self, key: str) -> None:
        """Bring what the index says of the person's own work on one question up to date."""

        def note(practice: IndexPractice) -> None:
            practice.note(key)

        with_sound_index(self._index, partial(self._with_practice, note))

    def count_known(self, within: Collection[str] = ()) -> int:
        """How many files the index knows, or how many of them at or below some paths."""

        def count(index: Index) -> int:
            with closing(index.connect()) as connection:
                return KnownFiles(connection).count(within)

        return with_sound_index(self._index, count)

    def _with_practice(self, work: Callable[[IndexPractice], None], index: Index) -> None:
        with closing(index.connect()) as connection:
            work(self._practice(connection))

    def _practice(self, connection: IndexConnection) -> IndexPractice:
        return IndexPractice(self._journal, connection, self._now().astimezone().date())


class _Run:
    """One refresh of the files."""

    def __init__(
        self,
        bank: Bank,
        connection: IndexConnection,
        is_cancelled: Callable[[], bool],
        on_progress: Progress,
    ) -> None:
        self._bank = bank
        self._connection = connection
        self._writer = IndexWriter(connection)
        self._known = KnownFiles(connection)
        self._is_cancelled = is_cancelled
        self._on_progress = on_progress
        self._keys: set[str] = set()
        self._changed = 0
        self._problems: list[Problem] = []
        self._problem_count = 0

    def refresh(self, within: Collection[str], limits: RefreshLimits | None) -> None:
        present: Iterator[FileStamp] = (
            FileStamp(*file) for file in self._bank.files(self._note_problem, within)
        )
        if limits is not None:
            present = _at_most(limits.most_files, present)
        with closing(FileChanges(self._connection, present, within)) as changes:
            total = changes.count
            if limits is not None and total > limits.most_questions:
                raise TooMuchToRefreshError
            vanished = changes.vanished()
            self._note_keys(self._known.keys(vanished))
            self._changed += len(vanished)
            self._writer.remove(vanished)
            if total > BATCH:
                self._on_progress(0, total)
            for done, batch in enumerate(changes.batches(BATCH), start=1):
                if self._is_cancelled():
                    return
                self._index_batch(batch)
                if total > BATCH:
                    self._on_progress(min(done * BATCH, total), total)

    @property
    def keys(self) -> Collection[str]:
        """The questions read or taken out, or the first of very many."""
        return self._keys

    def report(self, renames: tuple[tuple[str, str], ...] = ()) -> RefreshReport:
        keys = frozenset(self._keys) if len(self._keys) <= MOST_NAMED else None
        return RefreshReport(
            self._changed, keys, tuple(self._problems), self._problem_count, renames
        )

    def _index_batch(self, batch: Sequence[FileStamp]) -> None:
        stamps = {stamp.path: stamp for stamp in batch}
        documents = []
        for entry in self._bank.entries(stamps):
            try:
                file = self._bank.read(entry.path)
            except AppError as error:
                self._note_problem(Problem(Path(entry.path), 1, str(error)))
                continue
            documents.append(question_document(entry, stamps.pop(entry.path), file))
            for problem in file.problems:
                self._note_problem(problem)
        self._note_keys(self._known.keys(stamps))
        self._writer.remember(stamps.values())
        self._writer.replace(documents)
        self._note_keys(document.key for document in documents)
        self._changed += len(batch)

    def _note_keys(self, keys: Iterable[str]) -> None:
        if len(self._keys) <= MOST_NAMED:
            self._keys.update(keys)

    def _note_problem(self, problem: Problem) -> None:
        self._problem_count += 1
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem)


def _at_most(count: int, stamps: Iterable[FileStamp]) -> Iterator[FileStamp]:
    for number, stamp in enumerate(stamps):
        if number == count:
            raise TooMuchToRefreshError
        yield stamp
