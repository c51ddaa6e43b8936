"""The line above the points from which the coach is asked and stopped."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from desktop.controllers.coach_controller import CoachState

ASK = "Ask the coach"
STOP = "Stop"


class CoachStrip(QWidget):
    """One button and what is to be said of the coach."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coachStrip")
        self._told = QLabel()
        self._told.setObjectName("coachState")
        self._told.setProperty("role", "small")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(ASK)
        self._button.setObjectName("coachButton")
        self._button.setProperty("role", "plain")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.turned)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._told, 1)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)

    def show_ready(self, hint: str) -> None:
        """Show whether the coach can be asked; a hint says why it cannot."""
        self._button.setEnabled(not hint)
        self._button.setToolTip(hint)
        self._button.setAccessibleDescription(hint)

    def show_state(self, state: "CoachState") -> None:
        """Show what the coach is at, or how it ended."""
        at = f"The coach reads point {state.point + 1} of {state.points}…"
        self._told.setText(at if state.is_asking else state.told)
        self._button.setText(STOP if state.is_asking else ASK)
