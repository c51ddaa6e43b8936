"""Replaying how an attempt was written, and when each point first stood in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.answer_timeline import AnswerTimeline, make_timeline
from desktop.domain.draft import DraftCopy
from desktop.domain.feedback import AnswerFeedback, Band
from desktop.domain.question import Question
from desktop.journal.journal_reader import JournalReader
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.services.attempt_list import AttemptEntry

GiveFeedback = Callable[[Question, str], AnswerFeedback]

JUDGED_EVERY_S = 60
"""Points are looked for in one copy of each minute: judging takes ten times as long as reading."""

NO_POINTS = "This question has no rubric points."
NOT_COMPARED = "When each point was first found shows here once you have compared this attempt."
FIRST_SEEN = "**First found, by the rule**"


@dataclass(frozen=True, slots=True)
class Appearance:
    """When a point was first found, or at least maybe: whole minutes before it, None for never."""

    point: str
    minute: int | None = None
    is_sure: bool = False


class ReplayAttempt:
    """Reads drafts that became attempts; every call may come from any thread."""

    def __init__(self, journal: Path, give_feedback: GiveFeedback) -> None:
        self._journal = journal
        self._give_feedback = give_feedback

    def timeline(self, entry: AttemptEntry) -> AnswerTimeline:
        """How the answer grew."""
        attempt = entry.attempt
        with JournalReader.open(self._journal) as reader:
            history = reader.attempt_history(attempt.uuid)
        return make_timeline(history, DraftCopy(attempt.sealed_at, attempt.active_s, attempt.text))

    def appearances(self, entry: AttemptEntry, timeline: AnswerTimeline) -> tuple[Appearance, ...]:
        """When each point of the rubric first stood in the answer, as the feedback sees it."""
        with JournalReader.open(self._journal) as reader:
            text = reader.find_question_text(entry.attempt.digest) or ""
        question = read_question(text, path=Path(f"{entry.attempt.question_key}.md")).question
        found = [Appearance(point.text) for point in question.points]
        for copy in _one_a_minute(timeline.copies):
            minute = int(copy.active_s // JUDGED_EVERY_S)
            for number, judged in enumerate(self._give_feedback(question, copy.text).points):
                found[number] = _seen(found[number], judged.band, minute)
        return tuple(found)

    def appearance_page(self, entry: AttemptEntry, timeline: AnswerTimeline) -> Page:
        """The same as a page to read; nothing is told before the person has compared."""
        if not entry.points:
            return render_markdown(NO_POINTS)
        if not entry.is_compared:
            return render_markdown(NOT_COMPARED)
        lines = [f"- **{_when(one)}:** {one.point}" for one in self.appearances(entry, timeline)]
        return render_markdown("\n".join((FIRST_SEEN, "", *lines)))


def _seen(before: Appearance, band: Band, minute: int) -> Appearance:
    if before.is_sure or band is Band.NOT_FOUND:
        return before
    if band is Band.FOUND:
        return Appearance(before.point, minute, is_sure=True)
    return before if before.minute is not None else Appearance(before.point, minute)


def _when(one: Appearance) -> str:
    if one.minute is None:
        return "not found"
    return f"minute {one.minute + 1}" if one.is_sure else f"maybe, minute {one.minute + 1}"


def _one_a_minute(copies: Sequence[DraftCopy]) -> Iterator[DraftCopy]:
    """The last copy of each minute, and the sealed text."""
    for copy, following in zip(copies, (*copies[1:], None), strict=True):
        minute = copy.active_s // JUDGED_EVERY_S
        if following is None or following.active_s // JUDGED_EVERY_S > minute:
            yield copy
