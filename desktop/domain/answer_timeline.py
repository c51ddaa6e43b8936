"""How an answer grew: its text at any time, and what each half minute went into."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil

from desktop.domain.draft import DraftCopy
from desktop.domain.word_count import count_words

STEP_S = 30
"""The history of a sealed answer keeps the last copy of each such stretch of active time."""

WORDS_OF_A_BEGINNING = 10


class Pace(Enum):
    """What a half minute went into.

    PLANNING lasts until the first ten words stand. After it, a half minute in which the text
    changed is WRITING, and one in which it did not is STALLED.
    """

    PLANNING = "planning"
    WRITING = "writing"
    STALLED = "stalled"


@dataclass(frozen=True, slots=True)
class AnswerTimeline:
    """Copies of an answer by rising active time; the last is the sealed text."""

    copies: tuple[DraftCopy, ...]
    paces: tuple[Pace, ...]

    @property
    def length_s(self) -> float:
        """Active seconds from the start to the seal."""
        return self.copies[-1].active_s

    @property
    def has_history(self) -> bool:
        """Whether anything but the sealed text is known."""
        return len(self.copies) > 1

    def text_at(self, active_s: float) -> str:
        """The text as it stood after so many active seconds, "" before the first copy."""
        after = bisect_right(self.copies, active_s, key=_active_s)
        return self.copies[after - 1].text if after else ""

    def seconds_of(self, pace: Pace) -> float:
        """How long the answer was at a pace; the last half minute may be shorter."""
        return sum(
            min(float(STEP_S), self.length_s - number * STEP_S)
            for number, one in enumerate(self.paces)
            if one is pace
        )


def make_timeline(history: Iterable[DraftCopy], sealed: DraftCopy) -> AnswerTimeline:
    """The timeline of an attempt out of its kept copies, oldest first, and its sealed text.

    Where time was taken back, copies of the time that does not count any more are left out.
    """
    copies = [sealed]
    for copy in reversed(tuple(history)):
        if copy.active_s < copies[-1].active_s:
            copies.append(copy)
    copies.reverse()
    return AnswerTimeline(tuple(copies), tuple(_paces(copies)))


def _paces(copies: Sequence[DraftCopy]) -> list[Pace]:
    begun_s = next(
        (copy.active_s for copy in copies if count_words(copy.text) >= WORDS_OF_A_BEGINNING),
        copies[-1].active_s,
    )
    changed: set[int] = set()
    text = ""
    for copy in copies:
        if copy.text != text:
            changed.add(int(copy.active_s // STEP_S))
        text = copy.text
    return [
        Pace.PLANNING
        if (step + 1) * STEP_S <= begun_s
        else Pace.WRITING
        if step in changed
        else Pace.STALLED
        for step in range(ceil(copies[-1].active_s / STEP_S))
    ]


def _active_s(copy: DraftCopy) -> float:
    return copy.active_s
