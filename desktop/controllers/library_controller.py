"""Keeps the index up to date while the window is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import Library
    from desktop.services.refresh_index import RefreshReport

REFRESH_LANE = "refresh index"
PRACTICE_LANE = "note practice"
COLLECTED_LANE = "note collected"


class LibraryController(QObject):
    """Runs one refresh at a time; tells when what can be found has changed."""

    index_changed = Signal()
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

    def refresh(self) -> None:
        """Read what has changed in the folders of the bank."""
        self._runner.run(REFRESH_LANE, self._refresh, self._meet_report)

    def note_practice(self, key: str) -> None:
        """A draft or an attempt came or went."""
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

    def close(self) -> None:
        """Let a refresh end at its next step."""
        self._is_closing = True

    def _refresh(self) -> "RefreshReport":
        return self._library().refresh.refresh(self._is_cancelled)

    def _is_cancelled(self) -> bool:
        return self._is_closing

    def _meet_report(self, report: "RefreshReport") -> None:
        self.index_changed.emit()
        if report.problems:
            first = report.problems[0]
            count = len(report.problems)
            more = f" and {count - 1} more" if count > 1 else ""
            self.problems_found.emit(
                f"{first.path.name}, line {first.line}: {first.message}{more}. "
                "`greenroom check` lists them; the questions are usable."
            )

    def _tell_changed(self, _nothing: None) -> None:
        self.index_changed.emit()

    def _tell_collected(self, _nothing: None) -> None:
        self.collections_indexed.emit()
