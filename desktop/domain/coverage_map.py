"""How a bank's questions are spread, beside how its map wants them spread."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.question import Question

FIELDS = ("category", "difficulty", "rounds", "roles")
_ONE_VALUED = ("category", "difficulty")
_SLACK = 2.0
_SLACK_SHARE = 0.5
"""A count may miss its target by two questions, or by half of it: smaller gaps are chance."""


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """How many of `size` questions have each value of each field, by field and value.

    `least` says of some fields how many questions every value needs, whatever the bank's size.
    """

    size: int
    counts: Mapping[str, Mapping[str, int]]
    least: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One value of a field: how many questions have it, how many the map wants, and the least."""

    field: str
    value: str
    count: int
    target: float
    least: int

    @property
    def gap(self) -> str:
        """What is wrong with the count in a few words, "" where it will do."""
        if self.count < self.least:
            return f"at least {self.least} are needed"
        slack = max(_SLACK, _SLACK_SHARE * self.target)
        if self.count == 0 or self.count < self.target - slack:
            return "too few"
        is_over = self.field in _ONE_VALUED and self.count > self.target + slack
        return "too many" if is_over else ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The rows of all fields, in the order of the map; `quick_count` questions are not in them."""

    question_count: int
    quick_count: int
    rows: tuple[CoverageRow, ...]


class CoverageTally:
    """Counts questions one by one for a map; quick ones apart, as they are no full questions."""

    def __init__(self, wanted: CoverageMap) -> None:
        self._wanted = wanted
        self._counted: Counter[tuple[str, str]] = Counter()
        self._long = self._quick = 0

    def add(self, question: Question) -> None:
        """Count a question."""
        if question.is_quick:
            self._quick += 1
            return
        self._long += 1
        self._counted.update(
            (field, value) for field in FIELDS for value in _values(question, field)
        )

    @property
    def coverage(self) -> Coverage:
        """How the questions counted so far are spread."""
        rows = (
            CoverageRow(
                field,
                value,
                self._counted[field, value],
                self._long * count / self._wanted.size,
                self._wanted.least.get(field, 0),
            )
            for field, values in self._wanted.counts.items()
            for value, count in values.items()
        )
        return Coverage(self._long, self._quick, tuple(rows))


def _values(question: Question, field: str) -> tuple[str, ...]:
    value: str | tuple[str, ...] = getattr(question, field)
    return (value,) if isinstance(value, str) else value
