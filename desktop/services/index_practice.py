"""Brings what the index says of the person's own work up to date with the journal."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.mark import standing
from desktop.domain.question_collections import STARRED, Collections
from desktop.domain.question_summary import DUE, Status
from desktop.journal.journal_reader import JournalReader
from desktop.journal.question_activity import QuestionActivity
from desktop.search.index_connection import IndexConnection
from desktop.search.index_notes import IndexNotes
from desktop.search.index_writer import IndexWriter
from desktop.search.indexed_document import Activity, AnswerKind, AnswerStamp, OwnAnswer
from desktop.search.known_files import KnownFiles
from desktop.search.practice_rows import PracticeRows
from desktop.services.judge_practice import NOTHING_JUDGED, JudgedPractice, JudgePractice

PRACTICE_NOTE = "practice"
"""Under this name the index remembers the activity of each question it has taken in."""


class IndexPractice:
    """Reads the journal and tells the index, over a connection that is lent to it."""

    def __init__(self, journal: Path, connection: IndexConnection, today: date) -> None:
        self._journal = journal
        self._connection = connection
        self._writer = IndexWriter(connection)
        self._rows = PracticeRows(connection)
        self._today = today

    def refresh(self) -> None:
        """Take in what was done with all questions, also by another process."""
        notes = IndexNotes(self._connection)
        before: dict[str, str] = json.loads(notes.find_note(PRACTICE_NOTE) or "{}")
        with JournalReader.open(self._journal) as journal:
            done, collections = journal.activity(), journal.collections.all()
            persons, judge = _Standing(collections), JudgePractice(journal)
            nothing, due = QuestionActivity(), self._rows.keys_due(self._today)
            after = {
                key: repr(
                    (persons.activity(key, done.get(key, nothing)), done.get(key), key in due)
                )
                for key in {*done, *collections.keys()}
            }
            for key in before.keys() | after.keys():
                if before.get(key) != after.get(key):
                    self._take_in(journal, judge, persons, key, done.get(key, nothing))
        notes.put_note(PRACTICE_NOTE, json.dumps(after))

    def note(self, key: str) -> None:
        """Take in what was done with one question."""
        with JournalReader.open(self._journal) as journal:
            persons = _Standing(journal.collections.all())
            judge = JudgePractice(journal)
            self._take_in(journal, judge, persons, key, journal.activity_of(key))

    def find_renames(self, gone: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Keys that no question has any more, of the journal or just gone, with the later ones."""
        files = KnownFiles(self._connection)
        with JournalReader.open(self._journal) as journal:
            keys = {*gone, *journal.activity(), *journal.collections.all().keys()}
        later = ((key, files.find_later_key(key)) for key in sorted(keys))
        return tuple((old, new) for old, new in later if new is not None)

    def _take_in(
        self,
        journal: JournalReader,
        judge: JudgePractice,
        persons: "_Standing",
        key: str,
        done: QuestionActivity,
    ) -> None:
        attempts = journal.attempts_of(key)
        judged = judge.judged(key, attempts)
        self._rows.store(key, judged.facts, judged.items)
        self._writer.set_activity([persons.activity(key, done, judged, self._today)])
        self._writer.set_answers(key, _own_answers(journal.find_draft(key), attempts))


class _Standing:
    """Where the person stands with each question, among these stars and lists."""

    def __init__(self, collections: Collections) -> None:
        self._starred = collections.starred
        self._lists = collections.list_names()

    def activity(
        self,
        key: str,
        done: QuestionActivity,
        judged: JudgedPractice = NOTHING_JUDGED,
        today: date = date.min,
    ) -> Activity:
        covered = judged.coverage
        if done.has_draft:
            status = Status.DRAFTED
        elif done.attempts:
            status = Status.ATTEMPTED
        else:
            status = Status.NEW
        statuses = [status.value]
        if done.attempts and status is not Status.ATTEMPTED:
            statuses.append(Status.ATTEMPTED.value)
        if weak_or_strong := standing(covered):
            statuses.append(weak_or_strong)
        if judged.due_on is not None and judged.due_on <= today:
            statuses.append(DUE)
        return Activity(
            key=key,
            status=status,
            statuses=tuple(statuses),
            flags=(STARRED,) if key in self._starred else (),
            lists=self._lists.get(key, ()),
            last_answered=done.last_sealed_at,
            due=judged.due_on,
            coverage=covered,
        )


def _own_answers(draft: Draft | None, attempts: Sequence[Attempt]) -> list[OwnAnswer]:
    answers = [
        OwnAnswer(AnswerStamp(AnswerKind.ATTEMPT, one.sealed_at, one.uuid), one.text)
        for one in reversed(attempts)
    ]
    if draft is not None:
        answers.insert(0, OwnAnswer(AnswerStamp(AnswerKind.DRAFT, draft.saved_at), draft.text))
    return answers
