"""The weakest points to choose from."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.charts.canvas import Canvas
from desktop.ui.charts.weak_points_picture import ROW_PX, WeakPointsPicture, paint_point
from desktop.ui.theme import Theme

LEAST_PX = 250
KEYS = "Enter opens the question, T shows the table."
ORIGIN = Qt.ItemDataRole.UserRole + 1
PADDING_PX = 8


class PointRowDelegate(QStyledItemDelegate):
    """Paints a point, and muted below it where it comes from."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        widget: QWidget = option.widget
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        widget.style().drawPrimitive(panel, option, painter, widget)
        area = QRectF(option.rect)
        area.adjust(PADDING_PX, 0, -PADDING_PX, 0)
        paint_point(Canvas(painter, self.theme), area, index.data(), index.data(ORIGIN))


class WeakPointsList(QListWidget):
    """Two lines for each point; Enter or a double click opens its question."""

    question_chosen = Signal(str)
    table_requested = Signal()
    mark_changed = Signal(str)
    """What the keys do while it has them, else ""."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = PointRowDelegate(theme, self)
        self.setItemDelegate(self._rows)
        self.setMinimumHeight(LEAST_PX)
        self.setAccessibleDescription(KEYS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._open)

    def show_points(self, picture: WeakPointsPicture) -> None:
        """List other points."""
        self.setAccessibleName(f"{picture.title}. {picture.summary}")
        self.clear()
        for number, one in enumerate(picture.points):
            item = QListWidgetItem(one.point, self)
            item.setData(ORIGIN, picture.origin(number))
            item.setToolTip(one.point)
            item.setData(Qt.ItemDataRole.UserRole, one.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, picture.words(number))
        self.setCurrentRow(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.mark_changed.emit(KEYS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mark_changed.emit("")

    def set_theme(self, theme: Theme) -> None:
        self._rows.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.table_requested.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.question_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
