"""The list of found questions as a Qt model that fetches pages as it is scrolled."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.domain.question_summary import QuestionSummary
from desktop.domain.vocabulary import spelled_out

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
STARRED_ROLE = Qt.ItemDataRole.UserRole + 1
KEY_FORMAT = "application/x-greenroom-question"
"""What a dragged row carries: the question's key in UTF-8."""
_NO_PARENT = QModelIndex()


class QuestionRows(QAbstractListModel):
    """Rows of question summaries; asks for the next page when the view nears the end."""

    more_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QuestionSummary] = []
        self._has_more = False
        self._starred: frozenset[str] = frozenset()

    def set_starred(self, keys: frozenset[str]) -> None:
        """Say which questions are starred."""
        self._starred = keys
        if self._rows:
            last = self.index(len(self._rows) - 1)
            self.dataChanged.emit(self.index(0), last, [STARRED_ROLE])

    def set_rows(self, rows: Sequence[QuestionSummary], *, has_more: bool) -> None:
        """Show a new first page."""
        self.beginResetModel()
        self._rows = list(rows)
        self._has_more = has_more
        self.endResetModel()

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
        if role == STARRED_ROLE:
            return summary.key in self._starred
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            star = ", starred" if summary.key in self._starred else ""
            return f"{summary.title}\n{second_line(summary)}, {summary.status}{star}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [KEY_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(KEY_FORMAT, self.key_at(indexes[0].row()).encode())
        return dragged


def second_line(summary: QuestionSummary) -> str:
    """Difficulty, minutes and category of a row, as far as they are known."""
    minutes = f"{summary.minutes} min" if summary.minutes else ""
    known = (spelled_out(summary.difficulty), minutes, summary.category)
    return "  ·  ".join(text for text in known if text)
