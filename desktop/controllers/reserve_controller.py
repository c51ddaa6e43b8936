"""Keeps some room on the disk in reserve, and tells when it had to be used."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.journal.reserve import Reserve

AGAIN_MS = 60_000


class ReserveController(QObject):
    """Fills the reserve when there is room; gives it free on the thread that needs it."""

    used = Signal()

    def __init__(
        self,
        reserve: Reserve,
        runner: TaskRunner,
        parent: QObject | None = None,
        *,
        again_ms: int = AGAIN_MS,
    ) -> None:
        super().__init__(parent)
        self._reserve = reserve
        self._runner = runner
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(again_ms)
        self._timer.timeout.connect(self.fill)
        self.used.connect(self._timer.start)

    def make_room(self) -> bool:
        """Give the reserve free; called on the thread of the journal's writer."""
        is_freed = self._reserve.release()
        if is_freed:
            self.used.emit()
        return is_freed

    def fill(self) -> None:
        """Fill the reserve, now or as soon as there is room."""
        self._runner.run("reserve", self._reserve.fill, self._note)

    def close(self) -> None:
        self._timer.stop()

    def _note(self, is_full: bool) -> None:  # noqa: FBT001 - the task's result
        if not is_full:
            self._timer.start()
