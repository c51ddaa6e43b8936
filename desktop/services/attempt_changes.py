"""Two attempts at a question held against each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.point_changes import PointChange, point_changes
from desktop.domain.word_changes import Change, word_changes
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.services.attempt_list import AttemptEntry

NO_POINTS = "This question has no rubric points."
NOT_COMPARED = (
    "Points gained and lost show here once both attempts are compared with the rubric. "
    "Attempt {number} is not yet."
)
OTHER_RUBRIC = "The rubric was rewritten between these attempts."
NOTHING_CHANGED = "No point was gained or lost."


@dataclass(frozen=True, slots=True)
class AttemptChanges:
    """What changed from the earlier attempt to the later one; `points` is a page to read."""

    before: AttemptEntry
    after: AttemptEntry
    text: tuple[Change, ...]
    points: Page


def find_changes(one: AttemptEntry, other: AttemptEntry) -> AttemptChanges:
    """Hold two attempts against each other, the one sealed first before the other."""
    before, after = sorted((one, other), key=lambda entry: entry.attempt.number)
    return AttemptChanges(
        before,
        after,
        word_changes(before.attempt.text, after.attempt.text),
        render_markdown(_points_markdown(before, after)),
    )


def _points_markdown(before: AttemptEntry, after: AttemptEntry) -> str:
    if not after.points:
        return NO_POINTS
    hidden = next((entry for entry in (before, after) if not entry.is_compared), None)
    if hidden is not None:
        return NOT_COMPARED.format(number=hidden.attempt.number)
    changes = point_changes(before.points, before.notes.marks, after.points, after.notes.marks)
    if not changes:
        return OTHER_RUBRIC
    parts = [_part("Gained", [change for change in changes if change.gain > 0])]
    parts.append(_part("Lost", [change for change in changes if change.gain < 0]))
    return "\n\n".join(part for part in parts if part) or NOTHING_CHANGED


def _part(title: str, changes: Sequence[PointChange]) -> str:
    if not changes:
        return ""
    weight = sum(abs(change.gain) for change in changes)
    lines = [f"**{title}, weight {weight:g}**", ""]
    lines += [
        f"- ({abs(change.gain):g}) {change.point.text} *{change.before}, now {change.after}*"
        for change in changes
    ]
    return "\n".join(lines)
