"""Keeps the index up to date while the window is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.services.library import Library
    from desktop.services.refresh_index import RefreshReport
    from desktop.services.watch_bank import SeenChanges

REFRESH_LANE = "refresh index"
PRACTICE_LANE = "note practice"
COLLECTED_LANE = "note collected"
SHOWN_EVERY = 1_000


class LibraryController(QObject):
    """Runs one refresh at a time; tells when what can be found has changed."""

    index_changed = Signal()
    progressed = Signal(int, int)
    """How many questions of a long refresh were read, and how many are to be read."""
    refreshed = Signal(object)
    refresh_failed = Signal(object)
    collections_indexed = Signal()
    problems_found = Signal(str)

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._is_closing = False
        self._is_refreshing = False
        self._is_all_wanted = False
        self._has_read = False
        self._wanted: dict[str, None] = {}
        self._told = ""
        self.progressed.connect(self._fill_list)

    @property
    def has_read(self) -> bool:
        """Whether all files were looked at once since the start."""
        return self._has_read

    def refresh(self) -> None:
        """Read what has changed in the folders of the bank."""
        self._is_all_wanted = True
        self._go_on()

    def follow(self, seen: "SeenChanges") -> None:
        """Read what was seen to have changed."""
        if seen.is_index_lost:
            self._is_all_wanted = True
        self._wanted.update(dict.fromkeys(seen.paths))
        self._go_on()

    def note_practice(self, key: str) -> None:
        """A draft or an attempt came or went, or was marked."""
        library = self._library

        def note() -> None:
            library().refresh.note_practice(key)

        self._runner.run(f"{PRACTICE_LANE} {key}", note, self._tell_changed)

    def note_collected(self, key: str) -> None:
        """The star or the lists of a question changed, or with "" those of several."""
        library = self._library

        def note() -> None:
            refresh = library().refresh
            if key:
                refresh.note_practice(key)
            else:
                refresh.refresh_practice()

        self._runner.run(f"{COLLECTED_LANE} {key}", note, self._tell_collected)

    def note_day(self) -> None:
        """Another day began, on which other things are due."""
        library = self._library

        def note() -> None:
            library().refresh.refresh_practice()

        self._runner.run(f"{PRACTICE_LANE} of the day", note, self._tell_changed)

    def close(self) -> None:
        """Let a refresh end at its next step."""
        self._is_closing = True

    def _go_on(self) -> None:
        """Begin a refresh if none is under way; what is wanted meanwhile comes after it."""
        if self._is_refreshing or not (self._is_all_wanted or self._wanted):
            return
        self._is_refreshing = True
        within = () if self._is_all_wanted else tuple(self._wanted)
        self._is_all_wanted = False
        self._wanted.clear()
        library, is_cancelled, progress = self._library, self._is_cancelled, self.progressed.emit

        def refresh() -> "RefreshReport":
            return library().refresh_aside.refresh(is_cancelled, progress, within)

        self._runner.run(REFRESH_LANE, refresh, self._meet_report, self._meet_fault)

    def _is_cancelled(self) -> bool:
        return self._is_closing

    def _meet_report(self, report: "RefreshReport") -> None:
        self._is_refreshing, self._has_read = False, True
        self.index_changed.emit()
        self.refreshed.emit(report)
        self._tell_problems(report)
        self._go_on()

    def _meet_fault(self, error: AppError) -> None:
        self._is_refreshing, self._has_read = False, True
        self.refresh_failed.emit(error)

    def _fill_list(self, done: int, _total: int) -> None:
        """Show the questions of a long refresh as they come, now and then."""
        if done % SHOWN_EVERY == 0:
            self.index_changed.emit()

    def _tell_problems(self, report: "RefreshReport") -> None:
        """Say once what is wrong in question files, however many there are."""
        if not report.problems:
            return
        first = report.problems[0]
        more = f" and {report.problem_count - 1:,} more" if report.problem_count > 1 else ""
        text = (
            f"{first.path.name}, line {first.line}: {first.message}{more}. "
            "`greenroom check` lists them; the questions are usable."
        )
        if text != self._told:
            self._told = text
            self.problems_found.emit(text)

    def _tell_changed(self, _nothing: None) -> None:
        self.index_changed.emit()

    def _tell_collected(self, _nothing: None) -> None:
        self.collections_indexed.emit()
