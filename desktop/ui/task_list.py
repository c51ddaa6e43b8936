"""A list of tasks in two-line rows; keys put a task off or take it out."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.domain.study_plan import PlanTask
from desktop.ui.theme import SMALL_FONT_PX, UI_FONT_PX, Theme

ROW_PX = 52
MARGIN_PX = 12
MARK_PX = 4.0
GAP_PX = 20
TIME_PX = 72
TASK_ROLE = Qt.ItemDataRole.UserRole
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
TIME_ROLE = Qt.ItemDataRole.UserRole + 2


class TaskRow(NamedTuple):
    """A task with the line below its title, and how long it takes."""

    task: PlanTask
    note: str
    time: str


class PutOff(NamedTuple):
    """A way to put a task off: its key, its wish, its title in the menu."""

    key: Qt.Key
    wish: str
    title: str


WISHES = (
    PutOff(Qt.Key.Key_T, "tomorrow", "See it &tomorrow\tT"),
    PutOff(Qt.Key.Key_D, "day", "See it on a &day…\tD"),
    PutOff(Qt.Key.Key_S, "suspend", "&Suspend it\tS"),
)


class TaskList(QListWidget):
    """As high as its rows; tells which task was chosen, and what is wished of it."""

    task_chosen = Signal(object)
    put_off_requested = Signal(object, str)

    def __init__(self, name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._delegate = _TaskDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._choose)

    def show_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show these tasks; the one at hand stays so, or the one that comes in its place."""
        current, place = self.current_task, max(0, self.currentRow())
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.task.title)
            item.setData(TASK_ROLE, row.task)
            item.setData(NOTE_ROLE, row.note)
            item.setData(TIME_ROLE, row.time)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{row.task.title}, {row.note}, {row.time}"
            )
            item.setToolTip(row.task.title)
            self.addItem(item)
            if row.task == current:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and rows:
            self.setCurrentRow(min(place, len(rows) - 1))
        self.setFixedHeight(len(rows) * ROW_PX + 2)
        self.setVisible(bool(rows))

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.viewport().update()

    @property
    def current_task(self) -> PlanTask | None:
        item = self.currentItem()
        task: PlanTask | None = item.data(TASK_ROLE) if item is not None else None
        return task

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = next((one.wish for one in WISHES if one.key == event.key()), "")
        if wish and self.current_task is not None and not event.modifiers():
            self.put_off_requested.emit(self.current_task, wish)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos()) or self.currentItem()
        if item is not None:
            self.setCurrentItem(item)
            self.show_menu(event.globalPos())

    def show_menu(self, place: QPoint) -> None:
        """Offer what can be done with the task at hand."""
        menu = QMenu(self)
        for one in WISHES:
            menu.addAction(one.title).setData(one.wish)
        menu.triggered.connect(self._wish)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _wish(self, action: object) -> None:
        if self.current_task is not None:
            self.put_off_requested.emit(self.current_task, action.data())  # type: ignore[attr-defined]  # PySide types it as object

    def _choose(self, item: QListWidgetItem) -> None:
        self.task_chosen.emit(item.data(TASK_ROLE))


class _TaskDelegate(QStyledItemDelegate):
    """Title above, kind and day below, the time on the right; a mark tells points apart."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title_font = QFont(parent.font())
        self._title_font.setPixelSize(UI_FONT_PX)
        self._title_font.setWeight(QFont.Weight.Medium)
        self._small_font = QFont(parent.font())
        self._small_font.setPixelSize(SMALL_FONT_PX)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        task: PlanTask = index.data(TASK_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        inner = rect.adjusted(MARGIN_PX + GAP_PX, 0, -MARGIN_PX, 0)
        self._paint_mark(
            painter, QPointF(rect.left() + MARGIN_PX + MARK_PX, rect.top() + 17.5), task
        )
        above = QRect(inner.left(), rect.top() + 8, inner.width() - TIME_PX, 18)
        below = QRect(inner.left(), rect.top() + 28, inner.width() - TIME_PX, 16)
        right = QRect(inner.right() - TIME_PX, rect.top() + 8, TIME_PX, 18)
        self._paint_text(painter, above, index.data(), "text", self._title_font)
        self._paint_text(painter, below, index.data(NOTE_ROLE), "muted", self._small_font)
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._theme["muted"]))
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, at_right, index.data(TIME_ROLE))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        ground = rect.adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(QColor(self._theme["selected"]))
            painter.setPen(QPen(QColor(self._theme["focus"]), 1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(self._theme["hover"]))
        else:
            return
        painter.drawRoundedRect(ground.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_mark(self, painter: QPainter, centre: QPointF, task: PlanTask) -> None:
        """A ring for a new question, a disc for a whole one, a small dash for a point."""
        accent = QColor(self._theme["accent"])
        painter.setPen(QPen(accent, 1.6))
        if task.point:
            painter.drawLine(centre - QPointF(MARK_PX, 0), centre + QPointF(MARK_PX, 0))
            return
        painter.setBrush(Qt.BrushStyle.NoBrush if task.is_new else accent)
        painter.drawEllipse(centre, MARK_PX - 0.5, MARK_PX - 0.5)

    def _paint_text(
        self, painter: QPainter, rect: QRect, text: str, token: str, font: QFont
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme[token]))
        told = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
