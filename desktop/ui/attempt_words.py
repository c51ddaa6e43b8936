"""What is said of an attempt in a list: its points, its note, its star."""

from typing import TYPE_CHECKING

from desktop.domain.mark import SELF
from desktop.ui.link_list import LinkRow
from desktop.ui.sealed_view import attempt_facts, attempt_title
from desktop.ui.star_button import STAR

if TYPE_CHECKING:
    from desktop.services.attempt_list import AttemptEntry

JUDGES = {SELF: "you", "peer": "a peer", "rule": "the rule", "semantic": "the semantic method"}
NOT_COMPARED = "not compared with the rubric yet"
MOST_OF_A_NOTE = 80


def points_text(entry: "AttemptEntry") -> str:
    """How many points are covered and who said so: "3 of 5 points covered, 1 partly, by you"."""
    if not entry.points:
        return ""
    judged = entry.judged
    if not entry.is_compared or not judged.judges:
        return NOT_COMPARED
    partly = f", {judged.partly} partly" if judged.partly else ""
    judges = " and ".join(map(judge_name, judged.judges))
    return f"{judged.covered} of {judged.points} points covered{partly}, by {judges}"


def judge_name(judge: str) -> str:
    """A judge as the person knows it; a model by its own name."""
    return JUDGES.get(judge, judge.removeprefix("model:"))


def note_text(entry: "AttemptEntry") -> str:
    """The first line of the note."""
    line = next((line for line in entry.notes.note.splitlines() if line.strip()), "").strip()
    return line if len(line) <= MOST_OF_A_NOTE else f"{line[:MOST_OF_A_NOTE].rstrip()}…"


def attempt_row(entry: "AttemptEntry") -> LinkRow:
    """A row of the short list below the question."""
    star = f"{STAR} " if entry.notes.is_starred else ""
    lines = [attempt_facts(entry.attempt)]
    if entry.is_compared and entry.points:
        lines.append(points_text(entry))
    if note := note_text(entry):
        lines.append(f"Note: {note}")
    return LinkRow(entry.attempt.uuid, star + attempt_title(entry.attempt), "\n".join(lines))
