"""Sees changes of the bank's files while the window is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.question_controller import QuestionController
from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import Library
    from desktop.services.watch_bank import SeenChanges

LOOK_LANE = "look at folders"
LOOK_EVERY_MS = 500


class FolderWatch(QObject):
    """Looks twice a second, each time a little, on a worker thread."""

    changes_seen = Signal(object)

    def __init__(
        self,
        library: "Callable[[], Library]",
        question: QuestionController,
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._question = question
        self._runner = runner
        self._timer = QTimer(self, singleShot=True, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Look once now, and from then on twice a second."""
        library, key = self._library, self._question.key

        def look() -> "SeenChanges":
            return library().watch.look(key)

        self._runner.run(LOOK_LANE, look, self._tell, self._pass_over)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _tell(self, seen: "SeenChanges") -> None:
        self._timer.start()
        if not seen.are_none:
            self.changes_seen.emit(seen)

    def _pass_over(self, _error: object) -> None:
        """A look that failed; what keeps it from looking is told by the refresh."""
        self._timer.start()
