"""What is searched for and what was found."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.services.found_page import FoundPage, FoundSummary

if TYPE_CHECKING:
    from desktop.services.library import Library

FIRST_LANE = "find"
MORE_LANE = "find more"
SUMMARY_LANE = "count"


class BrowseController(QObject):
    """Holds the query and the order; every change finds anew, the newest result wins."""

    first_page_found = Signal(object)
    next_page_found = Signal(object)
    summary_found = Signal(object)
    query_changed = Signal(str)

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        sort: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._query = ""
        self._sort = sort
        self._shown = 0

    @property
    def query(self) -> str:
        return self._query

    @property
    def sort(self) -> str:
        return self._sort

    def search(self, query: str) -> None:
        """Find what matches a query."""
        self._query = query
        self.refresh()

    def show_query(self, query: str, sort: str = "") -> None:
        """Find what a chosen query asks for, in its order if it has one."""
        self._sort = sort or self._sort
        self._set_query(query)

    def refresh_collected(self) -> None:
        """Find again if stars or lists decide what is found; else the rows stay as they are."""
        if self._query and self._library().find.asks_for_collections(self._query):
            self.refresh()

    def sort_by(self, sort: str) -> None:
        self._sort = sort
        self.refresh()

    def filter_by(self, field: str, value: str, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's payload
        """Write a filter into the query, or take it out."""
        find = self._library().find
        self._set_query(find.with_filter(self._query, field, value, is_wanted=is_wanted))

    def clear_filters(self) -> None:
        """Take all filters out and keep the words."""
        self._set_query(self._library().find.without_filters(self._query))

    def refresh(self) -> None:
        """Find again, because the query or what lies behind it has changed."""
        self._runner.drop(MORE_LANE)
        self._runner.run(FIRST_LANE, self._page_work(0), self._show_first)

    def note_first_page(self, page: FoundPage) -> None:
        """Take a first page that was read at the start of the window."""
        self._show(page)

    def count(self) -> None:
        """Count what matches, by value of each field."""
        library, query = self._library, self._query

        def summarise() -> FoundSummary:
            return library().find.summary(query)

        self._runner.run(SUMMARY_LANE, summarise, self._show_summary)

    def load_more(self) -> None:
        """Find the page after the rows on show."""
        self._runner.run(MORE_LANE, self._page_work(self._shown), self._show_next)

    def pick_random(self) -> str:
        """The key of a random question among those that match, "" if none does."""
        return self._library().find.random_key(self._query)

    def _page_work(self, offset: int) -> Callable[[], FoundPage]:
        library, query, sort = self._library, self._query, self._sort

        def find() -> FoundPage:
            return library().find.page(query, sort, offset)

        return find

    def _set_query(self, query: str) -> None:
        self.query_changed.emit(query)
        self.search(query)

    def _show_first(self, page: FoundPage) -> None:
        self._show(page)
        self.count()

    def _show(self, page: FoundPage) -> None:
        self._shown = len(page.rows)
        self.first_page_found.emit(page)

    def _show_next(self, page: FoundPage) -> None:
        self._shown += len(page.rows)
        self.next_page_found.emit(page)

    def _show_summary(self, summary: FoundSummary) -> None:
        self.summary_found.emit(summary)
