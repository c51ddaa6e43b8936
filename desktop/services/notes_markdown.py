"""What came to an attempt after it was sealed, as Markdown below its text."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.domain.attempt import Attempt
from desktop.domain.attempt_notes import AttemptNotes
from desktop.domain.list_items import write_item
from desktop.domain.mark import counting_marks
from desktop.domain.question import Question
from desktop.services.embedded_markdown import embed_markdown
from desktop.services.literal_marks import literal_text

_TEXT_LEVEL = 4
"""Headings in a note or a reply start here, below those that name them."""


class ExportedAttempt(NamedTuple):
    """An attempt with its notes and the question as it stood when it was answered."""

    attempt: Attempt
    notes: AttemptNotes
    question: Question


def notes_markdown(one: ExportedAttempt) -> Iterator[str]:
    """Its points with the sentences that show them, its replies and its note; nothing if bare."""
    points = list(_points(one))
    if points:
        yield "### Points"
        yield "\n".join(points)
    replies = list(_replies(one))
    if replies:
        yield "### Replies to follow-ups"
        yield from replies
    if one.notes.note.strip():
        yield "### Note"
        yield embed_markdown(one.notes.note, _TEXT_LEVEL)


def _points(one: ExportedAttempt) -> Iterator[str]:
    marks = counting_marks(one.notes.marks)
    for number, point in enumerate(one.question.points):
        mark = marks.get(number)
        if mark is None:
            continue
        text = f"**{mark.verdict.capitalize()}** ({point.weight}, {mark.judge}) "
        text += literal_text(point.text)
        if mark.has_evidence:
            shown = one.attempt.text[mark.start : mark.end].strip()
            text += f"\n\n{_quote(embed_markdown(shown, _TEXT_LEVEL))}"
        yield write_item(text)


def _replies(one: ExportedAttempt) -> Iterator[str]:
    follow_ups = one.question.follow_ups
    for reply in one.notes.replies:
        if reply.text.strip() and reply.follow_up < len(follow_ups):
            yield _quote(embed_markdown(follow_ups[reply.follow_up].text, _TEXT_LEVEL))
            yield embed_markdown(reply.text, _TEXT_LEVEL)


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
