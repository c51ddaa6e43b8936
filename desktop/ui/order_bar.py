"""The line above the list: how many were found, in which order and in which groups."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.ui.icons import Icons

BEST_MATCH = Sort.RELEVANCE.value
BEST_MATCH_TITLE = "Best match"
LIST_TITLE = "List order"
SORTS = (
    (BEST_MATCH, BEST_MATCH_TITLE),
    (Sort.TITLE.value, "Title"),
    (Sort.DIFFICULTY.value, "Difficulty"),
    (Sort.MINUTES.value, "Minutes"),
    (Sort.ANSWERED.value, "Last answered"),
    (Sort.DUE.value, "Due"),
    (Sort.COVERAGE.value, "Coverage"),
)
GROUPINGS = (
    (Grouping.NONE.value, "No groups"),
    (Grouping.CATEGORY.value, "Group by category"),
    (Grouping.COMPANY.value, "Group by company"),
)


class OrderBar(QWidget):
    """Shows the count, and tells which order and grouping were chosen."""

    sort_chosen = Signal(str)
    grouping_chosen = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grouping = ""
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._count.setObjectName("questionCount")
        self._sort = self._new_sort()
        self._groups = QToolButton()
        self._groups.setObjectName("groupBy")
        self._groups.setProperty("role", "quiet")
        self._groups.setAccessibleName("Groups of the list")
        self._groups.setToolTip("Group the list")
        self._groups.clicked.connect(self._offer_groups)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._count, 1)
        line.addWidget(self._sort)
        line.addWidget(self._groups)
        self.set_icons(icons)

    def show_count(self, text: str) -> None:
        """Say how many were found."""
        self._count.setText(text)

    def show_order(self, sort: str, grouping: str, *, is_list: bool) -> None:
        """Show what is chosen; a hand-made list has its own order in place of the best match."""
        self._grouping = grouping
        self._sort.setItemText(0, LIST_TITLE if is_list else BEST_MATCH_TITLE)
        place = 0 if sort == Sort.LIST else self._sort.findData(sort)
        self._sort.setCurrentIndex(max(0, place))

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons of another theme."""
        self._groups.setIcon(icons.icon("rows-2"))

    def _new_sort(self) -> QComboBox:
        sort = QComboBox()
        sort.setObjectName("sort")
        sort.setAccessibleName("Order of the list")
        sort.setProperty("role", "quiet")
        for value, title in SORTS:
            sort.addItem(title, value)
        sort.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        sort.activated.connect(self._tell_sort)
        return sort

    def _offer_groups(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("groupMenu")
        choices = QActionGroup(menu)
        for value, title in GROUPINGS:
            choice = menu.addAction(title)
            choice.setData(value)
            choice.setCheckable(True)
            choice.setChecked(value == self._grouping)
            choices.addAction(choice)
        menu.triggered.connect(self._tell_grouping)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._groups.mapToGlobal(self._groups.rect().bottomLeft()))

    def _tell_sort(self, row: int) -> None:
        self.sort_chosen.emit(self._sort.itemData(row))

    def _tell_grouping(self, choice: QAction) -> None:
        self.grouping_chosen.emit(choice.data())
