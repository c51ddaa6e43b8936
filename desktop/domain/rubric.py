"""Rubric points and follow-ups, read from the Markdown of their parts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.cues import join_cues, split_cues
from desktop.domain.list_items import join_lines, split_items, write_item
from desktop.domain.markdown_lines import LineKind, scan_lines

_WEIGHT = re.compile(r"\(([1-5])\)\s*")
_CUES = re.compile(r"\s*cues?:\s*", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"\s*> ?")


@dataclass(frozen=True, slots=True)
class RubricPoint:
    """One thing the interviewer expects, checkable yes or no; `weight` is 1 to 5."""

    text: str
    weight: int = 1
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up question with its model reply ("" where the file has none)."""

    text: str
    reply: str = ""


def read_points(markdown: str) -> tuple[RubricPoint, ...]:
    """The rubric points of an expectations part, in order.

    A list item is a point; `(1)` to `(5)` at its start is the weight, else it is 1; its last line
    may give cues.
    """
    return tuple(_read_point(lines) for lines in split_items(markdown))


def read_follow_ups(markdown: str) -> tuple[FollowUp, ...]:
    """The follow-ups of a follow-ups part, in order; the quote under an item is its reply."""
    follow_ups = (_read_follow_up(lines) for lines in split_items(markdown))
    return tuple(found for found in follow_ups if found.text or found.reply)


def write_points(points: Iterable[RubricPoint]) -> str:
    """The canonical Markdown of the points: the weight always, the cues in one line."""
    return "\n".join(write_item(_point_text(point)) for point in points)


def write_follow_ups(follow_ups: Iterable[FollowUp]) -> str:
    """The canonical Markdown of the follow-ups, each reply as a quote under its question."""
    return "\n".join(write_item(_follow_up_text(follow_up)) for follow_up in follow_ups)


def _read_point(lines: Sequence[str]) -> RubricPoint:
    cues_at, after_cues = _find_cues(lines)
    text = join_lines([*lines[:cues_at], *lines[after_cues:]])
    cue_line = " ".join(line.strip() for line in lines[cues_at:after_cues])
    cues = split_cues(_CUES.sub("", cue_line, count=1))
    weight = _WEIGHT.match(text)
    if not weight:
        return RubricPoint(text, cues=cues)
    return RubricPoint(text[weight.end() :], int(weight[1]), cues)


def _find_cues(lines: Sequence[str]) -> tuple[int, int]:
    """The range of the lines that give cues; it is empty, and at the end, if none do."""
    scanned = list(scan_lines("\n".join(lines)))
    starts = [
        index
        for index, line in enumerate(scanned)
        if index > 0 and line.is_plain and _CUES.match(line.text)
    ]
    if not starts:
        return len(lines), len(lines)
    end = starts[-1] + 1
    while end < len(scanned) and scanned[end].is_plain and not scanned[end].is_blank:
        end += 1
    return starts[-1], end


def _read_follow_up(lines: Sequence[str]) -> FollowUp:
    asked: list[str] = []
    replied: list[str] = []
    is_reply = False
    previous = LineKind.PLAIN
    for line in scan_lines("\n".join(lines)):
        opens = line.kind in (LineKind.PLAIN, LineKind.FENCE_OPEN) or (
            line.kind is LineKind.MATH is not previous
        )
        if opens and not line.is_blank:
            is_lazy = is_reply and line.is_plain and bool(replied[-1])
            is_reply = line.text.lstrip().startswith(">") or is_lazy
        if is_reply:
            replied.append(_QUOTE_MARK.sub("", line.text, count=1))
        else:
            asked.append(line.text)
        previous = line.kind
    return FollowUp(join_lines(asked), join_lines(replied))


def _point_text(point: RubricPoint) -> str:
    text = f"({point.weight}) {point.text}"
    return f"{text}\ncues: {join_cues(point.cues)}" if point.cues else text


def _follow_up_text(follow_up: FollowUp) -> str:
    if not follow_up.reply:
        return follow_up.text
    quote = "\n".join(f"> {line}".rstrip() for line in follow_up.reply.split("\n"))
    return f"{follow_up.text}\n{quote}"
