"""What a search found, as the window shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.question_summary import QuestionSummary

if TYPE_CHECKING:
    from desktop.domain.query import QueryMistake


class FoundPage(NamedTuple):
    """Rows of what was found; `has_more` says whether the page was full.

    `sort` is the order the rows are in, `grouping` what groups share; `is_final` is False where
    the best matches, which take longer to find, are still to come in place of these.
    """

    rows: tuple[QuestionSummary, ...]
    has_more: bool
    sort: str = ""
    grouping: str = ""
    is_final: bool = True
    mistakes: "tuple[QueryMistake, ...]" = ()


@dataclass(frozen=True, slots=True)
class FoundSummary:
    """How many match, the values of each field with counts, and which are chosen.

    `mistakes` are those of the query, and the values in it that no question has.
    """

    count: int
    facets: Mapping[str, Sequence[tuple[str, int]]]
    chosen: Mapping[str, Sequence[str]]
    mistakes: "tuple[QueryMistake, ...]" = ()
