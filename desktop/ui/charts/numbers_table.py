"""The numbers of a picture as a table to go through."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop.domain.progress_table import Cell, Table

AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
MEASURED_ROWS = 50
ROW_PX = 26


class TableModel(QAbstractTableModel):
    """Read only; numbers stand to the right."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell if isinstance(cell, str) else f"{cell:,}"
        if role == Qt.ItemDataRole.EditRole:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(cell)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self._table.rows:
            return _alignment(self._table.rows[0][section])
        return self._table.columns[section] if role == Qt.ItemDataRole.DisplayRole else None


class NumbersTable(QTableView):
    """Arrow keys go from cell to cell, T goes back to the picture."""

    picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setResizeContentsPrecision(MEASURED_ROWS)
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show other numbers, from the first row."""
        before = self.model()
        self.setModel(TableModel(table, self))
        if before is not None:
            before.deleteLater()
        self.setAccessibleName(f"{table.title}, as a table")
        self.resizeColumnsToContents()
        self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.picture_requested.emit()
        else:
            super().keyPressEvent(event)


def _alignment(cell: Cell) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignLeft if isinstance(cell, str) else Qt.AlignmentFlag.AlignRight
    return across | Qt.AlignmentFlag.AlignVCenter
