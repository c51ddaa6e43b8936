"""Question summaries as the index keeps them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from desktop.domain.question_summary import STANDINGS, QuestionSummary, Status
from desktop.search.index_connection import IndexConnection

_SEPARATOR = "\x1f"


def joined(values: Iterable[str]) -> str:
    """Several values as one column holds them."""
    return _SEPARATOR.join(value.replace(_SEPARATOR, " ") for value in values)


def parted(values: str) -> tuple[str, ...]:
    """The values that `joined` made one of."""
    return tuple(values.split(_SEPARATOR)) if values else ()


def stored_time(moment: datetime | None) -> str:
    """An aware time such that text order is time order; "" for None."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else ""


def read_time(stored: str) -> datetime | None:
    """The time that `stored_time` wrote."""
    return datetime.fromisoformat(stored) if stored else None


def read_summaries(connection: IndexConnection, ids: Sequence[int]) -> list[QuestionSummary]:
    """The summaries of documents, in the order of their ids as given."""
    found = {one: _read_summary(connection, one) for one in ids}
    return [summary for one in ids if (summary := found[one]) is not None]


def _read_summary(connection: IndexConnection, document: int) -> QuestionSummary | None:
    row = connection.find_row(
        "SELECT key, title, category, difficulty, minutes, rounds, roles, companies, topics,"
        " pack, status, statuses, answered FROM documents WHERE id = ?",
        (document,),
    )
    if row is None:
        return None
    key, title, category, difficulty, minutes, *several, pack, status, statuses, answered = row
    rounds, roles, companies, topics = map(parted, several)
    standings = tuple(one for one in parted(statuses) if one in STANDINGS)
    return QuestionSummary(
        key=key,
        title=title,
        category=category,
        difficulty=difficulty,
        minutes=minutes,
        rounds=rounds,
        roles=roles,
        companies=companies,
        topics=topics,
        pack=pack,
        status=Status(status),
        standings=standings,
        last_answered=read_time(answered),
    )
