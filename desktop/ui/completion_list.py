"""A light list below a field of what the text could go on with."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.services.query_offer import OfferedText

MOST_SHOWN = 8
ROW_HEIGHT_PX = 28
EDGE_PX = 5
LEAST_WIDTH_PX = 260
NOTE_MARGIN_PX = 10
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1


class CompletionList(QListWidget):
    """Lies over the window without taking the focus; the field passes its keys on."""

    chosen = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._is_first_chosen = False
        self.setObjectName("completions")
        self.setAccessibleName("Completions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_CompletionDelegate(self))
        self.itemClicked.connect(self._choose)
        field.window().installEventFilter(self)
        self.hide()

    def offer(self, texts: Sequence[OfferedText], *, is_first_chosen: bool) -> None:
        """Show texts below the field; where the first is chosen, Return takes it."""
        self.clear()
        for offered in texts:
            item = QListWidgetItem(offered.text, self)
            item.setData(Qt.ItemDataRole.UserRole, offered)
            item.setData(NOTE_ROLE, offered.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offered.text} {offered.note}")
        self._is_first_chosen = is_first_chosen
        self.setCurrentRow(0 if is_first_chosen else -1)
        self._lie_below_field()
        self.raise_()
        self.show()

    def take_key(self, key: int) -> bool:
        """Move, take or close as a key of the field asks; False if it means something else."""
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._choose(self.currentItem())
            return True
        return False

    def take_first(self) -> bool:
        """Take the chosen text, or else the first; False if none is offered."""
        if not self.isVisible():
            return False
        self._choose(self.currentItem() or self.item(0))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie_below_field()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.hide()
        return super().eventFilter(watched, event)

    def _lie_below_field(self) -> None:
        rows = min(self.count(), MOST_SHOWN)
        width = max(self._field.width(), LEAST_WIDTH_PX)
        below = self._field.mapTo(self.window(), QPoint(0, self._field.height() + 2))
        self.setGeometry(below.x(), below.y(), width, rows * ROW_HEIGHT_PX + 2 * EDGE_PX)

    def _step(self, by: int) -> None:
        """Up from the first leads back to what was typed, where nothing is chosen."""
        lowest = 0 if self._is_first_chosen else -1
        self.setCurrentRow(min(max(self.currentRow() + by, lowest), self.count() - 1))

    def _choose(self, item: QListWidgetItem) -> None:
        offered: OfferedText = item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        self.chosen.emit(offered)


class _CompletionDelegate(QStyledItemDelegate):
    """The text on the left and a quiet note on the right."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(LEAST_WIDTH_PX // 2, ROW_HEIGHT_PX)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        note = option.fontMetrics.horizontalAdvance(str(index.data(NOTE_ROLE)))
        room = option.rect.width() - note - 4 * NOTE_MARGIN_PX
        right = Qt.TextElideMode.ElideRight
        option.text = option.fontMetrics.elidedText(str(index.data()), right, room)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        quiet = QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text
        painter.setPen(QGuiApplication.palette().color(*quiet))
        place = option.rect.adjusted(0, 0, -NOTE_MARGIN_PX, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, right, str(index.data(NOTE_ROLE)))
        painter.restore()
