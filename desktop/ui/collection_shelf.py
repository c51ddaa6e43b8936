"""The shelf above the search: all questions, the starred ones, lists and saved searches."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.question_collections import Collections
from desktop.ui.icons import Icons
from desktop.ui.question_rows import KEY_FORMAT

ROW_HEIGHT_PX = 26
MOST_ROWS_SHOWN = 7
ICON_PX = 15


class ShelfKind(StrEnum):
    """What a row of the shelf leads to; the value names its icon."""

    ALL = "file-text"
    STARRED = "star"
    LIST = "list"
    SEARCH = "search"


class ShelfRow(NamedTuple):
    """One row; `uuid` is that of a list or a saved search, `size` None where none is shown."""

    kind: ShelfKind
    title: str
    uuid: str = ""
    size: int | None = None

    @property
    def is_list(self) -> bool:
        return self.kind is ShelfKind.LIST


ALL_ROW = ShelfRow(ShelfKind.ALL, "All questions")


class CollectionShelf(QWidget):
    """Shows the rows, and tells which was chosen, asked for a menu or dropped on."""

    row_chosen = Signal(object)
    menu_requested = Signal(object, QPoint)
    question_dropped = Signal(object, str)
    rename_requested = Signal(object)
    delete_requested = Signal(object)
    new_requested = Signal(QPoint)
    folded = Signal(bool)

    def __init__(self, icons: Icons, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("collectionShelf")
        self._icons = icons
        self._fold = _quiet_button("shelfFold", "Lists and searches")
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setCheckable(True)
        self._fold.setChecked(is_open)
        self._fold.toggled.connect(self._turn)
        self._new = _quiet_button("shelfNew", "")
        self._new.setAccessibleName("New list or saved search")
        self._new.setToolTip("New list, or save this search")
        self._new.clicked.connect(self._ask_for_new)
        self._tree = _ShelfTree()
        self._tree.itemClicked.connect(self._tell_chosen)
        self._tree.itemActivated.connect(self._tell_chosen)
        self._tree.question_dropped.connect(self.question_dropped)
        self._tree.menu_requested.connect(self.menu_requested)
        self._tree.rename_requested.connect(self.rename_requested)
        self._tree.delete_requested.connect(self.delete_requested)
        header = QHBoxLayout()
        header.addWidget(self._fold)
        header.addStretch(1)
        header.addWidget(self._new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(header)
        layout.addWidget(self._tree)
        self.set_icons(icons)
        self._tree.setVisible(is_open)

    def show_collections(self, collections: Collections) -> None:
        """Show a row for each; which one is current is told apart."""
        self._tree.show_rows(list(shelf_rows(collections)), self._icons)

    def show_current(self, row: ShelfRow | None) -> None:
        """Mark the row whose query is on show, or none."""
        self._tree.mark(row)

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons of another theme."""
        self._icons = icons
        self._new.setIcon(icons.icon("plus"))
        self._fold.setIcon(
            icons.icon("chevron-down" if self._fold.isChecked() else "chevron-right")
        )
        self._tree.draw_icons(icons)

    def _turn(self, is_open: bool) -> None:  # noqa: FBT001 – Qt's signal
        self._tree.setVisible(is_open)
        self.set_icons(self._icons)
        self.folded.emit(is_open)

    def _ask_for_new(self) -> None:
        self.new_requested.emit(self._new.mapToGlobal(self._new.rect().bottomLeft()))

    def _tell_chosen(self, item: QTreeWidgetItem) -> None:
        self.row_chosen.emit(_row_of(item))


class _ShelfTree(QTreeWidget):
    """Names with their counts; starred and lists take questions that are dropped on them."""

    question_dropped = Signal(object, str)
    menu_requested = Signal(object, QPoint)
    rename_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._marked: ShelfRow | None = None
        self.setObjectName("shelfRows")
        self.setAccessibleName("Lists and saved searches")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(0)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_rows(self, rows: list[ShelfRow], icons: Icons) -> None:
        self.clear()
        for row in rows:
            count = "" if row.size is None else f"{row.size:,}"
            item = QTreeWidgetItem([row.title, count])
            item.setData(0, Qt.ItemDataRole.UserRole, row)
            item.setSizeHint(0, QSize(0, ROW_HEIGHT_PX))
            item.setToolTip(0, row.title)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(item)
        self.draw_icons(icons)
        shown = min(len(rows), MOST_ROWS_SHOWN)
        self.setFixedHeight(shown * ROW_HEIGHT_PX + 2 * self.frameWidth())
        self.mark(self._marked)

    def draw_icons(self, icons: Icons) -> None:
        for item in self._items():
            item.setIcon(0, icons.icon(_row_of(item).kind))

    def mark(self, marked: ShelfRow | None) -> None:
        self._marked = marked
        self.setCurrentIndex(QModelIndex())
        for item in self._items():
            row = _row_of(item)
            if marked is not None and (row.kind, row.uuid) == (marked.kind, marked.uuid):
                self.setCurrentItem(item)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if item is not None:
            self.menu_requested.emit(_row_of(item), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() == Qt.Key.Key_F2:
            self.rename_requested.emit(_row_of(item))
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(_row_of(item))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(KEY_FORMAT):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self._target(event)
        if item is None:
            event.ignore()
        else:
            self.setCurrentItem(item)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.mark(self._marked)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        item = self._target(event)
        self.mark(self._marked)
        if item is not None:
            event.acceptProposedAction()
            key = bytes(event.mimeData().data(KEY_FORMAT).data()).decode()
            self.question_dropped.emit(_row_of(item), key)

    def _target(self, event: QDropEvent) -> QTreeWidgetItem | None:
        """The row that would take what is dragged over it."""
        item = self.itemAt(event.position().toPoint())
        takes = item is not None and _row_of(item).kind in (ShelfKind.STARRED, ShelfKind.LIST)
        return item if takes and event.mimeData().hasFormat(KEY_FORMAT) else None

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is not None:
                yield item


def shelf_rows(collections: Collections) -> Iterator[ShelfRow]:
    """Yield the rows from the top."""
    yield ALL_ROW
    yield ShelfRow(ShelfKind.STARRED, "Starred", size=len(collections.starred))
    for one in collections.lists:
        yield ShelfRow(ShelfKind.LIST, one.name, one.uuid, len(one.keys))
    for search in collections.searches:
        yield ShelfRow(ShelfKind.SEARCH, search.name, search.uuid)


def _row_of(item: QTreeWidgetItem) -> ShelfRow:
    row: ShelfRow = item.data(0, Qt.ItemDataRole.UserRole)
    return row


def _quiet_button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setProperty("role", "shelf")
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    return button
