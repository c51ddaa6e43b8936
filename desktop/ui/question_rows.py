"""The list of found questions as a Qt model that fetches pages as it is scrolled."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.domain.question_grouping import Grouping
from desktop.domain.question_summary import STANDINGS, QuestionSummary
from desktop.domain.vocabulary import spelled_out

if TYPE_CHECKING:
    from desktop.services.found_matches import FoundMatch

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
STARRED_ROLE = Qt.ItemDataRole.UserRole + 1
MATCH_ROLE = Qt.ItemDataRole.UserRole + 2
GROUP_ROLE = Qt.ItemDataRole.UserRole + 3
KEY_FORMAT = "application/x-greenroom-question"
"""What a dragged row carries: the question's key in UTF-8."""
_NO_PARENT = QModelIndex()


class QuestionRows(QAbstractListModel):
    """Rows of question summaries; asks for the next page when the view nears the end."""

    more_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QuestionSummary] = []
        self._matches: dict[str, FoundMatch] = {}
        self._has_more = False
        self._starred: frozenset[str] = frozenset()
        self._grouping = Grouping.NONE

    def set_grouping(self, grouping: Grouping) -> None:
        """Say what the questions of a group share; the first of each group bears its title."""
        if grouping is not self._grouping:
            self.beginResetModel()
            self._grouping = grouping
            self.endResetModel()

    def set_starred(self, keys: frozenset[str]) -> None:
        """Say which questions are starred."""
        self._starred = keys
        if self._rows:
            last = self.index(len(self._rows) - 1)
            self.dataChanged.emit(self.index(0), last, [STARRED_ROLE])

    def set_rows(self, rows: Sequence[QuestionSummary], *, has_more: bool) -> None:
        """Show a new first page; matches of rows that stay are kept till new ones are found."""
        self._has_more = has_more
        if self._rows == list(rows):
            return
        self.beginResetModel()
        self._rows = list(rows)
        kept = self._matches
        self._matches = {one.key: kept[one.key] for one in rows if one.key in kept}
        self.endResetModel()

    def set_matches(self, matches: "Mapping[str, FoundMatch]") -> None:
        """Say where the rows of some keys match."""
        changed = {key for key, match in matches.items() if self._matches.get(key) != match}
        self._matches.update(matches)
        rows = [row for row, one in enumerate(self._rows) if one.key in changed]
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]), [MATCH_ROLE])

    def append_rows(self, rows: Sequence[QuestionSummary], *, has_more: bool) -> None:
        """Add the next page below."""
        self._has_more = has_more
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def find_row(self, key: str) -> int | None:
        """The row that shows a question, None if it is not among the fetched ones."""
        return next((row for row, one in enumerate(self._rows) if one.key == key), None)

    def key_at(self, row: int) -> str:
        return self._rows[row].key

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._has_more

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> None:
        self._has_more = False
        self.more_requested.emit()

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        summary = self._rows[index.row()]
        if role == SUMMARY_ROLE:
            return summary
        if role == GROUP_ROLE:
            return self._group_begun(index.row())
        if role == STARRED_ROLE:
            return summary.key in self._starred
        if role == MATCH_ROLE:
            return self._matches.get(summary.key)
        return self._words(summary, role)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [KEY_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(KEY_FORMAT, self.key_at(indexes[0].row()).encode())
        return dragged

    def _words(self, summary: QuestionSummary, role: int) -> str | None:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._told(summary)
        return summary.title if role == Qt.ItemDataRole.DisplayRole else None

    def _group_begun(self, row: int) -> str:
        """The title of the group whose first row this is, "" for the other rows."""
        title = self._grouping.heading(self._rows[row])
        is_first = row == 0 or self._grouping.heading(self._rows[row - 1]) != title
        return title if is_first else ""

    def _told(self, summary: QuestionSummary) -> str:
        """What a screen reader says of a row, and what the pointer reads."""
        star = ", starred" if summary.key in self._starred else ""
        match = self._matches.get(summary.key)
        where = f"\n{match.place}: {match.snippet}" if match and match.place else ""
        return f"{summary.title}\n{second_line(summary)}, {summary.status}{star}{where}"


def second_line(summary: QuestionSummary) -> str:
    """Due, weak or strong, difficulty, minutes and category of a row, as far as they are known."""
    minutes = f"{summary.minutes} min" if summary.minutes else ""
    standings = ", ".join(sorted(summary.standings, key=STANDINGS.index))
    known = (spelled_out(standings), spelled_out(summary.difficulty), minutes, summary.category)
    return "  ·  ".join(text for text in known if text)
