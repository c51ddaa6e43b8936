"""The ids of labels, and how many questions have each."""

from collections import Counter
from collections.abc import Iterable

from desktop.domain.query_fields import folded_value
from desktop.search.document_rows import Label
from desktop.search.index_connection import IndexConnection


class LabelBook:
    """Looks labels up and makes new ones, for the length of one transaction."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection
        self._ids: dict[Label, int] = {}
        self._uses: Counter[int] = Counter()

    def ids(self, labels: Iterable[Label]) -> str:
        """The ids of labels as one column holds them; empty and repeated values have none."""
        compared = {
            (field, folded_value(value)): (field, value) for field, value in labels if value
        }
        return " ".join(str(self._id(label)) for label in compared.values())

    def add_uses(self, ids: Iterable[int], change: int) -> None:
        """Count one question more (1) or less (-1) for each label."""
        for one in ids:
            self._uses[one] += change

    def write_uses(self) -> None:
        """Write what was counted."""
        self._connection.run_many(
            "UPDATE labels SET uses = uses + ? WHERE id = ?",
            [(change, one) for one, change in self._uses.items() if change],
        )
        self._uses.clear()

    def _id(self, label: Label) -> int:
        if label not in self._ids:
            self._ids[label] = self._find_or_make(*label)
        return self._ids[label]

    def _find_or_make(self, field: str, value: str) -> int:
        compared = folded_value(value)
        row = self._connection.find_row(
            "SELECT id FROM labels WHERE field = ? AND folded = ?", (field, compared)
        )
        if row is not None:
            return int(row[0])
        return self._connection.insert(
            "INSERT INTO labels (field, value, folded) VALUES (?, ?, ?)", (field, value, compared)
        )
