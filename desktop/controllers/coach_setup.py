"""What the settings of the coach know: what stands at an address, and whether it has a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.coach.open_call import OpenCall
    from desktop.services.ask_coach import AskCoach, Found, KeyState

LOOK_LANE = "coach look"
KEY_LANE = "coach key"


class CoachSetup(QObject):
    """Looks at servers and keeps keys, off the UI thread."""

    found = Signal(object)
    key_seen = Signal(object)
    refused = Signal(object)

    def __init__(
        self, coach: "Callable[[], AskCoach]", runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._coach = coach
        self._runner = runner
        self._call: OpenCall | None = None

    def look(self, address: str, model: str, typed_key: str) -> None:
        """Ask a server what it has, with a key that was typed just now or the one that is kept."""
        from desktop.coach.open_call import OpenCall  # noqa: PLC0415 - when it is asked for

        self.stop()
        coach, call = self._coach, OpenCall()
        self._call = call

        def work() -> "Found":
            if typed_key:
                coach().put_key(address, typed_key)
            return coach().look(address, model, call)

        self._runner.run(LOOK_LANE, work, self._tell_found, self._refuse)

    def see_key(self, address: str) -> None:
        """Find out whether an address has a key, and where keys are kept."""
        coach = self._coach

        def work() -> "KeyState":
            return coach().key_state(address)

        self._runner.run(KEY_LANE, work, self._tell_key, self._refuse)

    def put_key(self, address: str, key: str) -> None:
        """Keep the key for an address; "" forgets it."""
        coach = self._coach

        def work() -> "KeyState":
            return coach().put_key(address, key)

        self._runner.run(KEY_LANE, work, self._tell_key, self._refuse)

    def stop(self) -> None:
        """Let go of a look that is under way."""
        self._runner.drop(LOOK_LANE)
        if self._call is not None:
            self._call.cancel()
            self._call = None

    def _tell_found(self, found: "Found") -> None:
        self._call = None
        self.found.emit(found)

    def _tell_key(self, state: "KeyState") -> None:
        self.key_seen.emit(state)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
