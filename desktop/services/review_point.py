"""A missed point to be written anew: what is shown before, and what after."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.errors import AppError
from desktop.domain.feedback import Band
from desktop.domain.mark import Mark, Verdict, counting_marks
from desktop.domain.question import Part, Question
from desktop.domain.rating import Rating
from desktop.domain.review import ReviewDraft
from desktop.journal.journal_reader import JournalReader
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.services.give_feedback import GiveFeedback

WORDS_TOLD = 3

SUGGESTED = {Band.FOUND: Rating.GOOD, Band.MAYBE: Rating.HARD, Band.NOT_FOUND: Rating.AGAIN}


@dataclass(frozen=True, slots=True)
class PointSheet:
    """What is shown to remember a point by, which is not among it: prompt, and what was said.

    `covered` are the points the newest answer had, `missing` counts the others; `beginning` are
    the first words of the point. `missed_at` is when that answer was sealed.
    """

    key: str
    point: str
    title: str
    prompt: Page
    covered: tuple[Page, ...]
    missing: int
    beginning: str
    missed_at: datetime
    draft: ReviewDraft


@dataclass(frozen=True, slots=True)
class PointAnswer:
    """What is shown once a point was written: the point, how near the writing comes, the sample.

    `passage` is what shows the point in the sample answer, an empty page where nothing does.
    """

    point: Page
    band: Band
    rating: Rating
    passage: Page


class ReviewPoint:
    """Reads for the review of points; every call may come from any thread."""

    def __init__(self, journal: Path, feedback: GiveFeedback) -> None:
        self._journal = journal
        self._feedback = feedback

    def open(self, key: str, point: str) -> PointSheet:
        """What is shown before; raises AppError where nobody has answered the question."""
        with JournalReader.open(self._journal) as reader:
            attempts = reader.attempts_of(key)
            if not attempts:
                raise AppError(
                    "The answer that missed this point is not in the journal any more.",
                    "Go on with the next.",
                )
            newest = attempts[-1]
            question = _read(reader, newest.digest)
            marks = counting_marks(reader.notes.of_attempt(newest.uuid).marks)
            draft = reader.reviews.find_draft(key, point) or ReviewDraft("", 0.0)
        covered = [
            one.text
            for number, one in enumerate(question.points)
            if one.text != point and _is_covered(marks.get(number))
        ]
        return PointSheet(
            key,
            point,
            question.title,
            render_markdown(question.prompt),
            tuple(map(render_markdown, covered)),
            len(question.points) - len(covered),
            " ".join(point.split()[:WORDS_TOLD]),
            newest.sealed_at,
            draft,
        )

    def judge(self, key: str, point: str, text: str) -> PointAnswer:
        """What is shown after; an empty text is not judged, it misses the point."""
        with JournalReader.open(self._journal) as reader:
            attempts = reader.attempts_of(key)
            question = (
                _read(reader, attempts[-1].digest) if attempts else Question(id=key, title="")
            )
        wanted = [one for one in question.points if one.text == point]
        asked = f"{question.title}\n\n{question.prompt}"
        sample = question.parts.get(Part.SAMPLE_ANSWER, "")
        band, passage = Band.NOT_FOUND, ""
        if wanted and text.strip():
            band = self._feedback.on_points(asked, wanted, text).points[0].band
        if wanted and sample:
            shown = self._feedback.on_points(asked, wanted, sample).points[0].evidence
            passage = shown.text if shown else ""
        return PointAnswer(render_markdown(point), band, SUGGESTED[band], render_markdown(passage))


def _is_covered(mark: Mark | None) -> bool:
    return mark is not None and mark.verdict is Verdict.COVERED


def _read(reader: JournalReader, digest: str) -> Question:
    text = reader.find_question_text(digest) or ""
    return read_question(text, path=Path("question.md")).question
