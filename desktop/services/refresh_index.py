"""Brings the index up to date with the files and the journal."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop.bank.bank import Bank, BankEntry
from desktop.bank.question_file import QuestionFile
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem
from desktop.domain.question_collections import STARRED, Collections
from desktop.domain.question_summary import Status
from desktop.journal.journal_reader import JournalReader
from desktop.journal.question_activity import QuestionActivity
from desktop.search.file_changes import find_changes
from desktop.search.index import open_index
from desktop.search.index_connection import IndexConnection
from desktop.search.index_notes import IndexNotes
from desktop.search.index_writer import IndexWriter
from desktop.search.indexed_document import (
    Activity,
    AnswerKind,
    AnswerStamp,
    FileStamp,
    IndexedDocument,
    OwnAnswer,
)

PRACTICE_NOTE = "practice"
"""Under this name the index remembers the activity of each question it has taken in."""

BATCH = 200
"""Questions written in one transaction: quick, and soon interrupted."""


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """How many files were read or taken out, and what is wrong in those that were read."""

    changed: int = 0
    problems: tuple[Problem, ...] = ()


def _never() -> bool:
    return False


class RefreshIndex:
    """Compares files by size and time with what the index knows, and reads those that differ."""

    def __init__(self, bank: Bank, index: Path, journal: Path) -> None:
        self._bank = bank
        self._index = index
        self._journal = journal

    def refresh(self, is_cancelled: Callable[[], bool] = _never) -> RefreshReport:
        """Bring everything up to date; cancelling leaves a usable index for the next time."""
        index = open_index(self._index)
        with closing(index.connect()) as connection:
            scan = self._bank.scan()
            report = self._refresh_files(scan.entries, connection, is_cancelled)
            if not is_cancelled():
                self._refresh_practice(connection)
                index.note_complete()
        return RefreshReport(report.changed, (*scan.problems, *report.problems))

    def refresh_practice(self) -> None:
        """Bring what the index says of the person's own work on all questions up to date."""
        with closing(open_index(self._index).connect()) as connection:
            self._refresh_practice(connection)

    def note_practice(self, key: str) -> None:
        """Bring what the index says of the person's own work on one question up to date."""
        with (
            JournalReader.open(self._journal) as journal,
            closing(open_index(self._index).connect()) as connection,
        ):
            writer = IndexWriter(connection)
            standing = _Standing(journal.collections.all())
            writer.set_activity([standing.activity(key, journal.activity_of(key))])
            writer.set_answers(key, _own_answers(journal, key))

    def _refresh_files(
        self,
        entries: Sequence[BankEntry],
        connection: IndexConnection,
        is_cancelled: Callable[[], bool],
    ) -> RefreshReport:
        writer = IndexWriter(connection)
        changes = find_changes(connection, map(_stamp, entries))
        writer.remove(changes.vanished)
        changed = set(changes.changed)
        problems: list[Problem] = []
        for batch in _batches(entry for entry in entries if str(entry.file.path) in changed):
            if is_cancelled():
                break
            problems.extend(self._index_batch(batch, writer))
        return RefreshReport(len(changed) + len(changes.vanished), tuple(problems))

    def _index_batch(self, batch: Sequence[BankEntry], writer: IndexWriter) -> list[Problem]:
        documents, unreadable, problems = [], [], []
        for entry in batch:
            try:
                file = self._bank.read(entry.file.path)
            except AppError as error:
                unreadable.append(_stamp(entry))
                problems.append(Problem(entry.file.path, 1, str(error)))
                continue
            documents.append(_document(entry, file))
            problems.extend(file.problems)
        writer.replace(documents)
        writer.remember(unreadable)
        return problems

    def _refresh_practice(self, connection: IndexConnection) -> None:
        """Bring the index up to what was done with questions, also by another process."""
        notes, writer = IndexNotes(connection), IndexWriter(connection)
        before: dict[str, str] = json.loads(notes.find_note(PRACTICE_NOTE) or "{}")
        with JournalReader.open(self._journal) as journal:
            done, collections = journal.activity(), journal.collections.all()
            standing = _Standing(collections)
            known = {
                key: standing.activity(key, done.get(key, QuestionActivity()))
                for key in {*done, *collections.keys()}
            }
            after = {key: repr(activity) for key, activity in known.items()}
            for key in before.keys() | after.keys():
                if before.get(key) != after.get(key):
                    writer.set_activity([known.get(key, Activity(key=key))])
                    writer.set_answers(key, _own_answers(journal, key))
        notes.put_note(PRACTICE_NOTE, json.dumps(after))


def _batches(entries: Iterable[BankEntry]) -> Iterator[Sequence[BankEntry]]:
    rest = iter(entries)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _stamp(entry: BankEntry) -> FileStamp:
    return FileStamp(str(entry.file.path), entry.file.size, entry.file.mtime_ns)


def _document(entry: BankEntry, file: QuestionFile) -> IndexedDocument:
    question = file.question
    flags = ("edited",) if entry.is_edited else ()
    return IndexedDocument(
        key=entry.key,
        stamp=_stamp(entry),
        digest=file.digest,
        title=question.title,
        prompt=question.prompt,
        category=question.category,
        topics=question.topics,
        difficulty=question.difficulty,
        rounds=question.rounds,
        roles=question.roles,
        minutes=question.minutes,
        companies=question.companies,
        pack=entry.source.name,
        related=question.related,
        flags=(*flags, question.form) if question.form else flags,
        problem_count=len(file.problems),
        parts={part.value: text for part, text in question.parts.items()},
    )


class _Standing:
    """Where the person stands with each question, among these stars and lists."""

    def __init__(self, collections: Collections) -> None:
        self._starred = collections.starred
        self._lists = collections.list_names()

    def activity(self, key: str, done: QuestionActivity) -> Activity:
        if done.has_draft:
            status = Status.DRAFTED
        elif done.attempts:
            status = Status.ATTEMPTED
        else:
            status = Status.NEW
        statuses = [status.value]
        if done.attempts and status is not Status.ATTEMPTED:
            statuses.append(Status.ATTEMPTED.value)
        return Activity(
            key=key,
            status=status,
            statuses=tuple(statuses),
            flags=(STARRED,) if key in self._starred else (),
            lists=self._lists.get(key, ()),
            last_answered=done.last_sealed_at,
        )


def _own_answers(journal: JournalReader, key: str) -> list[OwnAnswer]:
    draft = journal.find_draft(key)
    answers = [
        OwnAnswer(AnswerStamp(AnswerKind.ATTEMPT, one.sealed_at, one.uuid), one.text)
        for one in reversed(journal.attempts_of(key))
    ]
    if draft is not None:
        answers.insert(0, OwnAnswer(AnswerStamp(AnswerKind.DRAFT, draft.saved_at), draft.text))
    return answers
