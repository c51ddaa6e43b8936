"""A query in the language of SQLite's full-text search, with filters as words too."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop.domain.query import Comparison, Filter, FilterValue, Query, WordTerm
from desktop.domain.query_fields import FIELDS, FieldKind, folded_value
from desktop.search.index_connection import IndexConnection
from desktop.search.searchable_text import LABEL_MARK, label_word, searchable

EVERYTHING = f'"{LABEL_MARK}"'
"""An expression that all questions match, for exclusions."""

_COLUMNS = {"title": "title : ", "prompt": "prompt : ", "text": "answers : "}
_HEADS = "{title tags} : "
_AFTER_ALL = "\U0010ffff"
_MOST_LABELS = 500

_COMPARED = {
    FieldKind.NUMBER: "SELECT id FROM labels WHERE field = ? AND CAST(value AS INTEGER) {} ?",
    FieldKind.DAY: "SELECT id FROM labels WHERE field = ? AND substr(value, 1, length(?2)) {} ?2",
}


class MatchExpressions:
    """Turns queries into match expressions, looking the labels of their filters up."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def find_expression(self, query: Query, *, in_heads: bool = False) -> str | None:
        """The expression; "" if all questions match, None if none can.

        `in_heads` asks for the words that name no field in titles, topics and companies.
        """
        wanted = [_word(word, in_heads=in_heads) for word in query.words if not word.is_excluded]
        unwanted = [_word(word) for word in query.words if word.is_excluded]
        for ids, is_excluded in self._label_groups(query):
            if ids:
                (unwanted if is_excluded else wanted).append(_any_label(ids))
            elif not is_excluded:
                return None
        if not unwanted:
            return " AND ".join(wanted)
        everything = wanted or [EVERYTHING]
        return f"({' AND '.join(everything)}) NOT ({' OR '.join(unwanted)})"

    def _label_groups(self, query: Query) -> Iterable[tuple[Sequence[int], bool]]:
        """Yield groups of labels of which any is wanted, or none if they are excluded."""
        wanted: dict[str, list[int]] = defaultdict(list)
        for one in query.filters:
            ids = [label for value in one.values for label in self._labels(one, value)]
            if one.is_excluded:
                yield ids, True
            else:
                wanted[one.field] += ids
        for ids in wanted.values():
            yield ids, False
        for comparison in query.comparisons:
            yield self._compared_labels(comparison), comparison.is_excluded

    def _labels(self, one: Filter, value: FilterValue) -> list[int]:
        """The label itself, or those that begin with the value if none is or it is a prefix."""
        typed = folded_value(value.text).encode("utf-8", "replace").decode()
        exact = self._connection.rows(
            "SELECT id FROM labels WHERE field = ? AND folded = ?", (one.field, typed)
        )
        is_number = FIELDS[one.field].kind is FieldKind.NUMBER
        if is_number or (exact and not value.is_prefix):
            return [label for (label,) in exact]
        rows = self._connection.rows(
            "SELECT id FROM labels WHERE field = ? AND folded >= ? AND folded < ?"
            " ORDER BY uses DESC LIMIT ?",
            (one.field, typed, typed + _AFTER_ALL, _MOST_LABELS),
        )
        return [label for (label,) in rows]

    def _compared_labels(self, comparison: Comparison) -> list[int]:
        kind = FIELDS[comparison.field].kind
        bound = int(comparison.bound) if kind is FieldKind.NUMBER else comparison.bound
        statement = _COMPARED[kind].replace("{}", comparison.operator)
        rows = self._connection.rows(statement, (comparison.field, bound))
        return [label for (label,) in rows]


def _word(word: WordTerm, *, in_heads: bool = False) -> str:
    column = _COLUMNS.get(word.field, _HEADS if in_heads else "")
    star = " *" if word.is_prefix else ""
    return f'{column}"{searchable(word.text).replace(chr(34), chr(34) * 2)}"{star}'


def _any_label(ids: Sequence[int]) -> str:
    return "({})".format(" OR ".join(f'"{label_word(one)}"' for one in ids))
