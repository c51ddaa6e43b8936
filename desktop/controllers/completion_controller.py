"""Finds how the query that is being typed could go on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import Library
    from desktop.services.query_offer import QueryOffer

COMPLETION_LANE = "complete"

PAINTING_MS = 20
"""What the text finds is painted first, in so long."""


class CompletionController(QObject):
    """Asks the index behind the typing; only the offer for the newest text is told."""

    offer_found = Signal(object)

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._typed = ("", 0)
        self._after_paint = QTimer(self, singleShot=True, interval=PAINTING_MS)
        self._after_paint.timeout.connect(self._find)

    def complete(self, text: str, cursor: int) -> None:
        """Find what may stand at the cursor of a text."""
        self._typed = text, cursor
        self._runner.drop(COMPLETION_LANE)
        self._after_paint.start()

    def _find(self) -> None:
        library, (text, cursor) = self._library, self._typed

        def find_offer() -> "QueryOffer":
            return library().find.completions(text, cursor)

        self._runner.run(COMPLETION_LANE, find_offer, self._tell)

    def _tell(self, offer: "QueryOffer") -> None:
        self.offer_found.emit(offer)
