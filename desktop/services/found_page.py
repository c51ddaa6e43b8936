"""What a search found, as the window shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.domain.question_summary import QuestionSummary


class FoundPage(NamedTuple):
    """Rows of what was found; `has_more` says whether the page was full."""

    rows: tuple[QuestionSummary, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class FoundSummary:
    """How many match, the values of each field with counts, which are chosen, and a hint."""

    count: int
    facets: Mapping[str, Sequence[tuple[str, int]]]
    chosen: Mapping[str, Sequence[str]]
    hint: str
