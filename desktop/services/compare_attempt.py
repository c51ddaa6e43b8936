"""What a sealed answer is compared with: the rubric, the feedback, the sample, the follow-ups."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.attempt_notes import AttemptNotes, Prediction
from desktop.domain.calibration import Calibration, calibrate
from desktop.domain.errors import AppError
from desktop.domain.feedback import RULE, AnswerFeedback
from desktop.domain.mark import SELF
from desktop.domain.marking import Marking
from desktop.domain.question import Part, Question
from desktop.journal.journal_reader import JournalReader
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.services.prediction_outcomes import prediction_outcomes

GiveFeedback = Callable[[Question, str, str], AnswerFeedback]
"""The feedback on an answer to a question by a method; AppError if that is not installed."""


@dataclass(frozen=True, slots=True)
class PointSheet:
    """A rubric point to read: its page, and its weight from 1 to 5."""

    page: Page
    weight: int


@dataclass(frozen=True, slots=True)
class FollowUpSheet:
    """A follow-up question and its model reply (an empty page where there is none)."""

    page: Page
    reply: Page


@dataclass(frozen=True, slots=True)
class Comparison:
    """An attempt beside all it is compared with, as the question stood when it was answered.

    `sample_passages` are what shows each point in the sample answer, "" where nothing does.
    `calibration` holds the question's topics about which predictions were made before.
    `notice` says why not the method that was chosen has judged, "" if it has.
    """

    attempt: Attempt
    page: Page
    question: Question
    points: tuple[PointSheet, ...]
    feedback: AnswerFeedback
    notes: AttemptNotes
    sample: Page
    sample_passages: tuple[str, ...]
    follow_ups: tuple[FollowUpSheet, ...]
    calibration: Mapping[str, Calibration]
    notice: str = ""

    @property
    def title(self) -> str:
        return self.question.title

    @property
    def marking(self) -> Marking:
        """Where the marking stands: what the person marked before is there again."""
        own = {mark.point: mark for mark in self.notes.marks if mark.judge == SELF}
        known = {point: mark for point, mark in own.items() if point < len(self.points)}
        current = next((n for n in range(len(self.points)) if n not in known), 0)
        prediction: Prediction | None = self.notes.prediction
        return Marking(
            self.feedback.points,
            known,
            prediction,
            is_open=bool(known) or prediction is not None,
            current=current,
        )


class CompareAttempt:
    """Reads an attempt and the question text it answered; every call may come from any thread."""

    def __init__(self, journal: Path, give_feedback: GiveFeedback) -> None:
        self._journal = journal
        self._give_feedback = give_feedback

    def open(self, attempt_uuid: str, method: str = RULE) -> Comparison:
        """All that is shown beside an attempt; raises AppError if it is gone.

        Where the method is missing or broken the rule judges, and the comparison says so.
        """
        with JournalReader.open(self._journal) as reader:
            attempt = reader.find_attempt(attempt_uuid)
            if attempt is None:
                raise AppError(
                    "This attempt is no longer in the journal.",
                    "It was in the bin for 30 days, or another window removed it.",
                )
            text = reader.find_question_text(attempt.digest) or ""
            notes = reader.notes.of_attempt(attempt_uuid)
            question = read_question(text, path=Path(f"{attempt.question_key}.md")).question
            known = calibrate(
                outcome
                for outcome in prediction_outcomes(reader, question.topics)
                if outcome.attempt_uuid != attempt_uuid
            )
        sample = question.parts.get(Part.SAMPLE_ANSWER, "")
        notice = ""
        try:
            feedback = self._give_feedback(question, attempt.text, method)
        except AppError as error:
            if method == RULE:
                raise
            method, notice = RULE, f"{error.message} The rule has judged instead. {error.hint}"
            feedback = self._give_feedback(question, attempt.text, method)
        return Comparison(
            attempt=attempt,
            page=render_markdown(attempt.text),
            question=question,
            points=tuple(
                PointSheet(render_markdown(point.text), point.weight) for point in question.points
            ),
            feedback=feedback,
            notes=notes,
            sample=render_markdown(sample),
            sample_passages=tuple(
                one.evidence.text if one.evidence else ""
                for one in self._give_feedback(question, sample, method).points
            ),
            follow_ups=tuple(
                FollowUpSheet(render_markdown(one.text), render_markdown(one.reply))
                for one in question.follow_ups
            ),
            calibration={topic: known[topic] for topic in question.topics if topic in known},
            notice=notice,
        )
