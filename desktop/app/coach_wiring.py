"""Connects the coach: the pane of comparing, the settings, and the person's agreement."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.compare_wiring import CompareWiring
from desktop.app.parts import Parts
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.coach.endpoint import Endpoint
    from desktop.controllers.coach_controller import CoachController
    from desktop.domain.marking import Marking
    from desktop.domain.point_comment import PointComment
    from desktop.services.compare_attempt import Comparison
    from desktop.ui.compare_pane import ComparePane

OFF = "set it up in Settings"
OFF_AT_LENGTH = "The coach is off. Give it the address of a server in the settings (Ctrl+,)."
NO_POINTS = "compare first"


class CoachWiring(QObject):
    """Nothing of the coach is loaded, and nothing sent, before the person asks it."""

    def __init__(self, parts: Parts, comparing: CompareWiring) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._pane: ComparePane | None = None
        self._asked = ""
        self._is_connected = False
        comparing.pane_made.connect(self._take_pane)
        parts.compare.comparison_opened.connect(self._forget_other)
        parts.compare.marking_changed.connect(self._show_ready)
        parts.compare.closed.connect(self._forget)
        parts.settings_flow.coach_chosen.connect(self._show_ready)

    def can_turn(self) -> bool:
        """Whether the coach has an address and there are points to ask about."""
        return not self.hint()

    def hint(self) -> str:
        """What the coach still needs, "" if nothing."""
        if not self._parts.settings.get_text("coach_address"):
            return OFF
        return "" if self._parts.compare.is_marking else NO_POINTS

    def turn(self) -> None:
        """Ask the coach about the answer on show; or stop it."""
        coach, comparison = self._coach(), self._parts.compare.comparison
        if coach.state.is_asking:
            coach.stop()
        elif comparison is not None and self.can_turn():
            address = self._parts.settings.get_text("coach_address")
            if self._is_agreed(address):
                self._asked = comparison.attempt.uuid
                coach.ask(address, self._parts.settings.get_text("coach_model"), comparison)

    def _coach(self) -> "CoachController":
        coach = self._parts.coach()
        if not self._is_connected:
            self._is_connected = True
            coach.commented.connect(self._show_comment)
            coach.state_changed.connect(self._show_state)
        return coach

    def _is_agreed(self, address: str) -> bool:
        """Whether an answer may go there; asked once for an address that is not this machine."""
        from desktop.coach.endpoint import read_endpoint  # noqa: PLC0415 - when it is asked for

        try:
            endpoint = read_endpoint(address)
        except AppError as error:
            self._parts.coach().refuse(error)
            return False
        agreed = self._parts.settings.get_text("coach_agreed").split()
        if endpoint.is_loopback or endpoint.origin in agreed:
            return True
        if not self._parts.dialogs.confirm(*_wording(endpoint), "Send it"):
            return False
        self._parts.settings_flow.keep("coach_agreed", " ".join([*agreed, endpoint.origin]))
        return True

    def _take_pane(self, pane: "ComparePane") -> None:
        self._pane = pane
        pane.coach.turned.connect(self.turn)

    def _show_ready(self, _marking: "Marking | None" = None) -> None:
        if self._pane is not None:
            hint = self.hint()
            self._pane.coach.show_ready(OFF_AT_LENGTH if hint == OFF else hint)

    def _show_state(self, _state: object) -> None:
        if self._pane is not None:
            self._pane.coach.show_state(self._parts.coach().state)

    def _show_comment(self, comment: "PointComment") -> None:
        comparison = self._parts.compare.comparison
        if self._pane is None or comparison is None or comparison.attempt.uuid != self._asked:
            return
        is_growing = not comment.is_whole and self._parts.coach().state.is_asking
        self._pane.show_comment(comment, is_growing=is_growing)

    def _forget_other(self, comparison: "Comparison") -> None:
        if comparison.attempt.uuid != self._asked:
            self._forget()

    def _forget(self) -> None:
        if self._parts.coach.is_built:
            self._parts.coach().forget()


def _wording(endpoint: "Endpoint") -> tuple[str, str]:
    question = f"Your answer and the question's text leave this machine for {endpoint.place}."
    explanation = "Greenroom asks this once for each address."
    if not endpoint.is_encrypted:
        explanation += " The connection is not encrypted: others on the way can read them."
    return question, explanation
