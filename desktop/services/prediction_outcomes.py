"""What became of the person's predictions."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.calibration import Outcome
from desktop.domain.mark import SELF, Verdict
from desktop.journal.journal_reader import JournalReader


def prediction_outcomes(
    reader: JournalReader, topics: Collection[str] | None = None
) -> Iterator[Outcome]:
    """The outcome of each prediction whose attempt the person has marked whole, oldest first.

    With `topics`, only those of questions that have one of them. Attempts in the bin do not count.
    """
    predictions, marks = reader.notes.predictions(), reader.notes.marks()

    @cache
    def topics_of(digest: str) -> tuple[str, ...]:
        text = reader.find_question_text(digest) or ""
        return read_question(text, path=Path("question.md")).question.topics

    for attempt in reader.attempts() if predictions else ():
        prediction = predictions.get(attempt.uuid)
        own = [mark for mark in marks.get(attempt.uuid, ()) if mark.judge == SELF]
        if prediction is None or len(own) < prediction.points:
            continue
        of_question = topics_of(attempt.digest)
        if topics is None or not set(topics).isdisjoint(of_question):
            covered = sum(mark.verdict is Verdict.COVERED for mark in own)
            yield Outcome(
                attempt.uuid, of_question, prediction.points, prediction.covered, covered
            )
