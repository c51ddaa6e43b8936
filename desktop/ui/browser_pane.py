"""The pane in which questions are searched, filtered and chosen."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.domain.question_summary import QuestionSummary
from desktop.ui.filter_bar import FilterBar
from desktop.ui.icons import Icons
from desktop.ui.order_bar import OrderBar
from desktop.ui.query_field import QueryField
from desktop.ui.question_list_view import QuestionListView
from desktop.ui.question_row_delegate import QuestionRowDelegate
from desktop.ui.question_rows import QuestionRows
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.domain.query import QueryMistake
    from desktop.services.found_matches import FoundMatch
    from desktop.services.query_offer import QueryOffer


class BrowserPane(QWidget):
    """Search field, filters and list; tells what was typed, chosen and asked for."""

    query_edited = Signal(str)
    completion_requested = Signal(str, int)
    filter_chosen = Signal(str, str, bool)
    filters_cleared = Signal()
    sort_chosen = Signal(str)
    grouping_chosen = Signal(str)
    row_moved = Signal(str, str)
    question_chosen = Signal(str)
    star_clicked = Signal(str)
    row_menu_requested = Signal(str, QPoint)
    more_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("browserPane")
        self.setMinimumWidth(220)
        self._rows = QuestionRows(self)
        self._rows.more_requested.connect(self.more_requested)
        self._search = self._new_search(theme, icons)
        self._filters = FilterBar()
        self._filters.value_chosen.connect(self.filter_chosen)
        self._filters.clear_requested.connect(self.filters_cleared)
        self._order = OrderBar(icons)
        self._order.sort_chosen.connect(self.sort_chosen)
        self._order.grouping_chosen.connect(self.grouping_chosen)
        self._hint = QLabel()
        self._hint.setProperty("role", "warning")
        self._hint.setObjectName("queryHint")
        self._hint.setWordWrap(True)
        self._hint.hide()
        self._delegate = QuestionRowDelegate(theme, self.font(), self)
        self._list = self._new_list()
        self._empty = QLabel()
        self._empty.setObjectName("listEmpty")
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(24, 24, 24, 24)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._arrange()

    def show_rows(
        self, rows: Sequence[QuestionSummary], *, has_more: bool, is_new_search: bool
    ) -> None:
        """Show the first page of what was found; a new search is shown from its top."""
        place = 0 if is_new_search else self._list.verticalScrollBar().value()
        chosen = self.chosen_key
        self._rows.set_rows(rows, has_more=has_more)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._select(chosen)
        self._list.verticalScrollBar().setValue(place)

    def show_matches(self, matches: "Mapping[str, FoundMatch]") -> None:
        """Show in the rows where they match."""
        self._rows.set_matches(matches)

    def append_rows(self, rows: Sequence[QuestionSummary], *, has_more: bool) -> None:
        self._rows.append_rows(rows, has_more=has_more)

    def show_stars(self, keys: frozenset[str]) -> None:
        """Draw a star in the rows of these questions."""
        self._rows.set_starred(keys)

    def put_above(self, widget: QWidget) -> None:
        """Put a widget above the search field."""
        self._top.insertWidget(0, widget)

    def show_count(self, text: str) -> None:
        """Say how many were found."""
        self._order.show_count(text)

    def show_empty_text(self, text: str) -> None:
        """Say what to do where nothing is found."""
        self._empty.setText(text)

    def show_facets(
        self,
        facets: Mapping[str, Sequence[tuple[str, int]]],
        chosen: Mapping[str, Sequence[str]],
    ) -> None:
        self._filters.set_facets(facets, chosen)

    def show_query(self, text: str) -> None:
        """Show a query that was not typed."""
        self._search.show_text(text)

    def show_mistakes(self, query: str, mistakes: "Sequence[QueryMistake]") -> None:
        """Show what is wrong in a query, if it is still the one in the field."""
        self._search.show_mistakes(query, mistakes)

    def show_offer(self, offer: "QueryOffer") -> None:
        """Offer how the query could go on."""
        self._search.show_offer(offer)

    def show_order(self, sort: str, grouping: str, *, is_list: bool = False) -> None:
        """Show the order of the rows and the groups they stand in."""
        self._order.show_order(sort, grouping, is_list=is_list)
        self._rows.set_grouping(Grouping(grouping))
        self._list.setUniformItemSizes(not grouping)
        self._list.set_movable(is_movable=sort == Sort.LIST)

    def choose(self, key: str) -> None:
        """Select a question's row and bring it into sight, without telling anyone."""
        if self._select(key):
            self._list.scrollTo(self._list.currentIndex())

    def select(self, key: str) -> None:
        """Select a question's row where it stands, without telling anyone."""
        self._select(key)

    @property
    def chosen_key(self) -> str:
        index = self._list.currentIndex()
        return self._rows.key_at(index.row()) if index.isValid() else ""

    def step(self, by: int) -> None:
        """Choose the question so many rows below (or above) the chosen one."""
        if self._rows.rowCount() == 0:
            return
        index = self._list.currentIndex()
        row = min(max(index.row() + by, 0), self._rows.rowCount() - 1)
        self._tell_chosen(self._rows.index(row))

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        self._delegate.set_theme(theme)
        self._order.set_icons(icons)
        self._search.set_mistake_colour(theme["warning"])
        self._search.actions()[0].setIcon(icons.icon("search"))
        self._list.viewport().update()

    def _select(self, key: str) -> bool:
        row = self._rows.find_row(key)
        if row is None:
            self._list.clearSelection()
            return False
        self._list.selectionModel().setCurrentIndex(
            self._rows.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        return True

    def _go_to_list(self) -> None:
        self.focus_list()
        if not self._list.currentIndex().isValid():
            self.step(1)

    def _show_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _new_search(self, theme: Theme, icons: Icons) -> QueryField:
        search = QueryField(theme["warning"])
        search.setObjectName("search")
        search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        search.textChanged.connect(self._offer_to_clear)
        search.query_edited.connect(self.query_edited)
        search.completion_requested.connect(self.completion_requested)
        search.hint_changed.connect(self._show_hint)
        search.list_requested.connect(self._go_to_list)
        return search

    def _offer_to_clear(self, text: str) -> None:
        """Give the field its button to clear it with the first text; Qt makes it in 5 ms."""
        if text and not self._search.isClearButtonEnabled():
            self._search.setClearButtonEnabled(True)

    def _new_list(self) -> QuestionListView:
        view = QuestionListView()
        view.setObjectName("questionList")
        view.setAccessibleName("Questions")
        view.setModel(self._rows)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QuestionListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._follow_current)
        view.clicked.connect(self._tell_chosen)
        view.activated.connect(self._tell_chosen)
        view.star_clicked.connect(self.star_clicked)
        view.row_moved.connect(self.row_moved)
        view.menu_requested.connect(self.row_menu_requested)
        return view

    def _arrange(self) -> None:
        top = self._top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 4)
        top.setSpacing(8)
        top.addWidget(self._search)
        top.addWidget(self._hint)
        top.addWidget(self._filters)
        top.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._stack, 1)

    def _follow_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and self._list.hasFocus():
            self._tell_chosen(current)

    def _tell_chosen(self, index: QModelIndex) -> None:
        key = self._rows.key_at(index.row())
        self.choose(key)
        self.question_chosen.emit(key)
