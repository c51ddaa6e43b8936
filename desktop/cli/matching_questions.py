"""The questions that match a query, from an index that is up to date."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from desktop.cli.printing import tell
from desktop.cli.workplace import Workplace
from desktop.domain.query import Query, parse_query
from desktop.domain.query_editing import quoted
from desktop.domain.query_fields import find_field
from desktop.domain.question_summary import QuestionSummary
from desktop.journal.journal import Journal
from desktop.search.finder import Finder
from desktop.search.index import discard_index, open_index
from desktop.search.index_faults import IndexDamagedError
from desktop.services.refresh_index import RefreshIndex, RefreshReport

MOST_QUESTIONS = 1_000_000


@dataclass(frozen=True, slots=True)
class MatchingQuestions:
    """All questions that match, the best first, and what was found wrong on the way."""

    rows: tuple[QuestionSummary, ...]
    query: Query
    refreshed: RefreshReport

    def tell_mistakes(self) -> None:
        """Say what of the query was not understood, and whether question files are broken."""
        for mistake in self.query.mistakes:
            tell(mistake.hint)
        if count := self.refreshed.problem_count:
            tell(f"Question files have problems ({count} found); see greenroom check.")


def find_matching(place: Workplace, arguments: Sequence[str]) -> MatchingQuestions:
    """Bring the index up to date and answer the query."""
    query = parse_query(join_query(arguments))
    place.open_journal().close()
    try:
        return _find(place, query)
    except IndexDamagedError:
        discard_index(place.folders.index)
        return _find(place, query)


def join_query(arguments: Sequence[str]) -> str:
    """The query in these arguments; a value keeps together if the shell took its quotes off."""
    return " ".join(map(_requoted, arguments))


def refresh_index(place: Workplace) -> RefreshReport:
    """Bring the index up to date with files and journal, and the journal with renamed files."""
    folders = place.folders
    refresh = RefreshIndex(place.bank(), folders.index, folders.journal, place.now)
    refreshed = refresh.refresh()
    if refreshed.renames:
        with Journal.open(folders.journal) as journal:
            for old, new in refreshed.renames:
                journal.follow_rename(old, new)
        refresh.refresh_practice()
    return refreshed


def _find(place: Workplace, query: Query) -> MatchingQuestions:
    refreshed = refresh_index(place)
    with closing(open_index(place.folders.index).connect()) as connection:
        rows = Finder(connection).find(query, limit=MOST_QUESTIONS)
    return MatchingQuestions(tuple(rows), query, refreshed)


def _requoted(argument: str) -> str:
    """`category:Deep learning` as `category:"Deep learning"`; a whole query stays as it is."""
    name, colon, value = argument.partition(":")
    field = find_field(name.removeprefix("-")) if colon else None
    is_one_value = field is not None and not field.values and not set('":,') & set(value)
    return f"{name}:{quoted(value)}" if is_one_value and " " in value else argument
