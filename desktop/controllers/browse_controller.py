"""What is searched for and what was found."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.services.found_page import FoundPage, FoundSummary
from desktop.services.search_turn import SearchTurn

if TYPE_CHECKING:
    from desktop.services.find_questions import FindQuestions
    from desktop.services.found_matches import FoundMatch
    from desktop.services.library import Library

T = TypeVar("T")

FIRST_LANE = "find"
RANKED_LANE = "find the best"
MORE_LANE = "find more"
MATCHES_LANE = "find matches"
SUMMARY_LANE = "count"
RANDOM_LANE = "pick one"

PAINTING_MS = 20
"""In so long a page is painted; Python work beside the painting would slow it down."""


class BrowseController(QObject):
    """Holds the query, the order and the groups; every change finds anew, the newest result wins.

    The first page comes at once. The best matches in its place, where in them the words are, and
    the counts follow when the page has been painted, and are given up when the query changes.
    """

    first_page_found = Signal(object)
    next_page_found = Signal(object)
    matches_found = Signal(object)
    summary_found = Signal(object)
    query_changed = Signal(str)
    random_found = Signal(str)

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        sort: str,
        grouping: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._query = ""
        self._sort = sort
        self._grouping = grouping
        self._shown = 0
        self._shown_for = ("", sort, grouping)
        self._is_new_search = False
        self._turn = SearchTurn()
        self._page = FoundPage((), has_more=False)
        self._unmatched: list[str] = []
        self._after_paint = QTimer(self, singleShot=True, interval=PAINTING_MS)
        self._after_paint.timeout.connect(self._follow_up)

    @property
    def query(self) -> str:
        return self._query

    @property
    def sort(self) -> str:
        return self._sort

    @property
    def grouping(self) -> str:
        return self._grouping

    @property
    def is_new_search(self) -> bool:
        """Whether the page on show answers another query, or in another order, than before."""
        return self._is_new_search

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

    def group_by(self, grouping: str) -> None:
        """Show what is found in groups (a value of `Grouping`)."""
        self._grouping = grouping
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
        self._turn.give_up()
        self._turn = SearchTurn()
        self._after_paint.stop()
        for lane in (RANKED_LANE, MORE_LANE, MATCHES_LANE, SUMMARY_LANE):
            self._runner.drop(lane)
        self._run(FIRST_LANE, self._page_work(0, is_ranked=False), self._show_first)

    def note_first_page(self, page: FoundPage) -> None:
        """Take a first page that was read at the start of the window."""
        self._show(page)

    def load_more(self) -> None:
        """Find the page after the rows on show, unless these are about to be replaced."""
        if self._page.is_final:
            self._run(MORE_LANE, self._page_work(self._shown, is_ranked=True), self._show_next)

    def pick_random(self, but: str) -> None:
        """Find a random question among those that match, another than one key if there is.

        `random_found` gives "" if none matches.
        """
        query = self._query
        self._run(RANDOM_LANE, lambda find: find.random_key(query, but), self._tell_random)

    def _run(
        self, lane: str, work: "Callable[[FindQuestions], T]", then: Callable[[T], None]
    ) -> None:
        self._runner.run(lane, partial(_with_find, self._library, work), then)

    def _page_work(
        self, offset: int, *, is_ranked: bool
    ) -> "Callable[[FindQuestions], FoundPage]":
        query, sort, grouping, turn = self._query, self._sort, self._grouping, self._turn

        def find_page(find: "FindQuestions") -> FoundPage:
            return find.page(query, sort, offset, ranked=is_ranked, grouping=grouping, turn=turn)

        return find_page

    def _set_query(self, query: str) -> None:
        self.query_changed.emit(query)
        self.search(query)

    def _show_first(self, page: FoundPage) -> None:
        self._show(page)
        self._after_paint.start()

    def _show(self, page: FoundPage) -> None:
        asked = (self._query, self._sort, self._grouping)
        self._is_new_search, self._shown_for = asked != self._shown_for, asked
        self._page = page
        self._shown = len(page.rows)
        self._unmatched = [row.key for row in page.rows]
        self.first_page_found.emit(page)

    def _follow_up(self) -> None:
        """What the first paint of a page does not wait for."""
        if self._page.is_final:
            self._find_matches()
        else:
            self._run(RANKED_LANE, self._page_work(0, is_ranked=True), self._show_ranked)
        query, turn = self._query, self._turn
        self._run(SUMMARY_LANE, lambda find: find.summary(query, turn), self._show_summary)

    def _show_ranked(self, page: FoundPage) -> None:
        self._show(page)
        self._find_matches()

    def _show_next(self, page: FoundPage) -> None:
        self._shown += len(page.rows)
        self._unmatched += [row.key for row in page.rows]
        self.next_page_found.emit(page)
        self._find_matches()

    def _find_matches(self) -> None:
        query, turn, keys = self._query, self._turn, tuple(self._unmatched)
        self._run(MATCHES_LANE, lambda find: find.matches(query, keys, turn), self._show_matches)

    def _show_matches(self, matches: "Mapping[str, FoundMatch]") -> None:
        self._unmatched.clear()
        self.matches_found.emit(matches)

    def _show_summary(self, summary: FoundSummary) -> None:
        self.summary_found.emit(summary)

    def _tell_random(self, key: str) -> None:
        self.random_found.emit(key)


def _with_find(library: "Callable[[], Library]", work: "Callable[[FindQuestions], T]") -> T:
    return work(library().find)
