"""Counts of the values by which a list can be narrowed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.domain.query import Query
from desktop.domain.query_fields import folded_value
from desktop.search.index_connection import IndexConnection
from desktop.search.match_expression import EVERYTHING, MatchExpressions
from desktop.search.summary_rows import parted

FACET_COLUMNS = {
    "category": "category",
    "round": "rounds",
    "role": "roles",
    "difficulty": "difficulty",
    "company": "companies",
    "status": "statuses",
    "pack": "pack",
    "form": "form",
}

_OVERALL = "SELECT value, uses FROM labels WHERE field = ? AND uses > 0"

_LIKE = """
SELECT value, uses FROM labels WHERE field = ?1 AND uses > 0
AND (substr(folded, 1, length(?2)) = ?2 OR instr(folded, '-' || ?2) > 0)
ORDER BY substr(folded, 1, length(?2)) = ?2 DESC, uses DESC, value LIMIT ?3
"""

_MOST_LIKE = 200

_OF_FEW = """
SELECT FACET, count(*) FROM temp.collected CROSS JOIN documents USING (id)
WHERE FACET > '' GROUP BY 1
"""

_OF_MANY = """
SELECT FACET, count(*) FROM documents INDEXED BY documents_FACET
CROSS JOIN temp.collected USING (id) WHERE FACET > '' GROUP BY 1
"""

_FEW_SHARE = 20
"""When fewer than one in so many match, looking each of them up is the shorter way."""

Counts = Sequence[tuple[str, int]]


class FacetCounter:
    """Counts, for each facet, the questions that have each value."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection
        self._expressions = MatchExpressions(connection)

    def facets(self, query: Query) -> Mapping[str, Counts]:
        """The values of each facet field among the matches with their counts, most first.

        What the query asks of a field is left out when that field is counted, so that its other
        values show what choosing them would give. Takes up to 0.2 s at 100,000 questions.
        """
        by_expression: dict[str | None, list[str]] = {}
        for field in FACET_COLUMNS:
            expression = self._expressions.find_expression(query.without_field(field))
            by_expression.setdefault(expression, []).append(field)
        counts: dict[str, Counts] = {}
        for expression, fields in by_expression.items():
            counts.update(self._counts(expression, fields))
        return {field: counts[field] for field in FACET_COLUMNS}

    def values(self, field: str) -> Counts:
        """All values of a field with the number of questions that have them, most first."""
        return _most_first(dict(self._connection.rows(_OVERALL, (field,))))

    def values_like(self, field: str, typed: str) -> Counts:
        """Values that begin with a text, then those a later word of which does."""
        folded = folded_value(typed).encode("utf-8", "replace").decode()
        return self._connection.rows(_LIKE, (field, folded, _MOST_LIKE))

    def _counts(self, expression: str | None, fields: Sequence[str]) -> Mapping[str, Counts]:
        if expression is None:
            return dict.fromkeys(fields, ())
        if not expression:
            return {field: self.values(field) for field in fields}
        matched = self._number("SELECT count(*) FROM words WHERE words MATCH ?", expression)
        documents = self._number("SELECT count(*) FROM orders")
        others = documents - matched
        try:
            if others < matched:
                self._collect(f"{EVERYTHING} NOT ({expression})")
                return {field: self._without(field, others, documents) for field in fields}
            self._collect(expression)
            return {field: _most_first(self._among(field, matched, documents)) for field in fields}
        finally:
            self._connection.run("DROP TABLE IF EXISTS temp.collected")

    def _collect(self, expression: str) -> None:
        self._connection.run("DROP TABLE IF EXISTS temp.collected")
        self._connection.run("CREATE TEMP TABLE collected (id INTEGER PRIMARY KEY)")
        self._connection.run(
            "INSERT INTO temp.collected SELECT rowid FROM words WHERE words MATCH ?", (expression,)
        )

    def _without(self, field: str, collected: int, documents: int) -> Counts:
        """The counts among all but the collected, which are fewer and so quicker to count."""
        left = Counter(dict(self.values(field)))
        left.subtract(self._among(field, collected, documents))
        return _most_first(+left)

    def _among(self, field: str, collected: int, documents: int) -> Counter[str]:
        counted: Counter[str] = Counter()
        if not collected:
            return counted
        statement = _OF_FEW if collected * _FEW_SHARE < documents else _OF_MANY
        spelled = {folded_value(value): value for value, _ in self.values(field)}
        for together, count in self._connection.rows(
            statement.replace("FACET", FACET_COLUMNS[field])
        ):
            for value in {folded_value(one): one for one in parted(together)}.items():
                counted[spelled.get(*value)] += count
        return counted

    def _number(self, statement: str, *values: str) -> int:
        ((number,),) = self._connection.rows(statement, values)
        return int(number)


def _most_first(counted: Mapping[str, int]) -> Counts:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
