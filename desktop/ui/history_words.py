"""A question's own history in one line."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.mark import coverage, standing
from desktop.ui.task_words import distance_text, short_day_text

if TYPE_CHECKING:
    from desktop.services.attempt_list import AttemptEntry, AttemptList


def history_text(listed: "AttemptList", today: date) -> str:
    """What was done: "3 attempts  ·  last on 12 Nov 2026, 64 % covered  ·  due in 5 days"."""
    if not listed.entries:
        return ""
    count = len(listed.entries)
    newest = listed.entries[0]
    parts = ["1 attempt" if count == 1 else f"{count} attempts", _last(newest)]
    if due := _due(listed, today):
        parts.append(due)
    return "  ·  ".join(parts)


def _last(entry: "AttemptEntry") -> str:
    day = short_day_text(entry.attempt.sealed_at.astimezone().date())
    covered = coverage(entry.points, entry.notes.marks) if entry.is_compared else None
    if covered is None:
        return f"last on {day}"
    word = standing(covered)
    return f"last on {day}, {covered:.0%} covered" + (f" ({word})" if word else "")


def _due(listed: "AttemptList", today: date) -> str:
    if not listed.items:
        return ""
    if all(item.is_suspended for item in listed.items):
        return "reviews suspended"
    due = [item for item in listed.items if item.is_due(today)]
    if not due:
        first = min(item.due_on for item in listed.items if item.due_on is not None)
        return f"due {distance_text(first, today)}"
    points = sum(item.is_point for item in due)
    told = "1 point" if points == 1 else f"{points} points"
    if points == len(due):
        return f"{told} due"
    return f"due with {told}" if points else "due"
