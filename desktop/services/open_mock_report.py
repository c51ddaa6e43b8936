"""Reading the report of a mock run from the journal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.errors import AppError
from desktop.domain.feedback import AnswerFeedback
from desktop.domain.mark import Mark, counting_marks
from desktop.domain.marking import PROPOSED
from desktop.domain.mock_record import MockRecord
from desktop.domain.mock_report import (
    FollowUpResult,
    MockReport,
    PointResult,
    QuestionResult,
    RunInShort,
)
from desktop.domain.mock_run import MAIN, MockTask, PartTime
from desktop.domain.question import Question
from desktop.domain.word_count import count_words
from desktop.journal.journal_reader import JournalReader

MOST_EARLIER = 5


class OpenMockReport:
    """Reports of runs; every call may come from any thread."""

    def __init__(
        self, journal: Path, give_feedback: Callable[[Question, str], AnswerFeedback]
    ) -> None:
        self._journal = journal
        self._give_feedback = give_feedback

    def runs(self) -> tuple[MockRecord, ...]:
        """The runs that ended, the newest first."""
        with JournalReader.open(self._journal) as reader:
            ended = [record for record in reader.mocks.runs() if record.ended_at]
        return tuple(reversed(ended))

    def open(self, uuid: str) -> MockReport:
        """The report of a run, held against earlier ones of its template; AppError if it is gone.

        Where nobody has marked a point yet, the rule's judgement stands in.
        """
        with JournalReader.open(self._journal) as reader:
            record = reader.mocks.find(uuid)
            if record is None:
                raise AppError(
                    "This mock run is not in the journal.", "Choose another from the list."
                )
            report = self._report(reader, record)
            before = [
                one
                for one in reader.mocks.runs()
                if one.template == record.template
                and one.ended_at
                and one.started_at < record.started_at
            ]
            earlier = [self._report(reader, one).in_short for one in before[-MOST_EARLIER:]]
        return replace(report, earlier=tuple(earlier))

    def _report(self, reader: JournalReader, record: MockRecord) -> MockReport:
        mains = [part for part in record.run.parts if part.is_main]
        answers = reader.mocks.answers(record.uuid)
        return MockReport(
            record,
            tuple(
                self._question(reader, record, part, answers.get(part.task, "")) for part in mains
            ),
            tuple(_question_of(reader, task).title for task in record.run.tasks[len(mains) :]),
            reader.mocks.ratings(record.uuid),
        )

    def _question(
        self, reader: JournalReader, record: MockRecord, time: PartTime, attempt_uuid: str
    ) -> QuestionResult:
        task = record.run.tasks[time.task]
        question = _question_of(reader, task)
        attempt = reader.find_attempt(attempt_uuid) if attempt_uuid else None
        words = count_words(attempt.text) if attempt else 0
        later = reader.mocks.overtime_texts(attempt_uuid).get(MAIN, "") if attempt else ""
        return QuestionResult(
            task.question_key,
            question.title,
            attempt.uuid if attempt else "",
            time,
            words,
            max(0, count_words(later) - words) if later else 0,
            self._points(reader, question, attempt),
            _follow_ups(reader, record, time.task, question, attempt),
            later,
        )

    def _points(
        self, reader: JournalReader, question: Question, attempt: Attempt | None
    ) -> tuple[PointResult, ...]:
        marks = counting_marks(reader.notes.of_attempt(attempt.uuid).marks) if attempt else {}
        if attempt and len(marks) < len(question.points):
            proposed = enumerate(self._give_feedback(question, attempt.text).points)
            marks = {n: Mark(n, PROPOSED[one.band], one.method) for n, one in proposed} | marks
        return tuple(
            PointResult(point.text, point.weight, mark.verdict, mark.judge)
            if (mark := marks.get(number))
            else PointResult(point.text, point.weight)
            for number, point in enumerate(question.points)
        )


def _question_of(reader: JournalReader, task: MockTask) -> Question:
    """The question of a task as it stood when the run began."""
    text = reader.find_question_text(task.digest) or ""
    name = task.question_key.rpartition("/")[2]
    return read_question(text, path=Path(f"{name}.md")).question


def _follow_ups(
    reader: JournalReader,
    record: MockRecord,
    task: int,
    question: Question,
    attempt: Attempt | None,
) -> tuple[FollowUpResult, ...]:
    kept = reader.notes.of_attempt(attempt.uuid).replies if attempt else ()
    replies = {reply.follow_up: reply.text for reply in kept}
    later = reader.mocks.overtime_texts(attempt.uuid) if attempt else {}
    asked = [part for part in record.run.parts if part.task == task and not part.is_main]
    return tuple(
        FollowUpResult(
            question.follow_ups[part.follow_up].text,
            replies.get(part.follow_up, ""),
            part,
            later.get(part.follow_up, ""),
        )
        for part in asked
        if part.follow_up < len(question.follow_ups)
    )


def in_short_sentence(one: RunInShort) -> str:
    """A run in a few words: "22 November 2026: 9 of 21 points, 640 words in 41 min"."""
    minutes = one.record.run.run_s / 60
    return (
        f"{one.record.started_at.astimezone():%Y-%m-%d %H:%M}: {one.covered} of {one.points} "
        f"points, {one.words} words in {minutes:.0f} min"
    )
