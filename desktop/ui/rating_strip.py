"""Asks how well something was recalled; one key accepts what marks and time suggest."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.rating import Rating
from desktop.ui.flow_layout import FlowLayout
from desktop.ui.roles import role_button, role_label

TITLES = {
    Rating.AGAIN: "Again",
    Rating.HARD: "Hard",
    Rating.GOOD: "Good",
    Rating.EASY: "Easy",
}
KEYS = {
    Qt.Key.Key_A: Rating.AGAIN,
    Qt.Key.Key_H: Rating.HARD,
    Qt.Key.Key_G: Rating.GOOD,
    Qt.Key.Key_E: Rating.EASY,
}
"""Letters, since the numbers mark points: one key too many there must not rate the answer."""


class RatingStrip(QWidget):
    """Four buttons, each with the time until the thing comes back; letters or Enter choose."""

    rating_chosen = Signal(object)

    def __init__(self, name: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rating = Rating.GOOD
        self._question = role_label(f"{name}Question", "heading", question)
        self._hint = role_label(f"{name}Hint", "small")
        self._buttons = {rating: self._new_button(name, rating) for rating in Rating}
        self._line = QWidget()
        flow = FlowLayout(self._line, spacing_px=6)
        for button in self._buttons.values():
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self._question)
        layout.addWidget(self._line)
        layout.addWidget(self._hint)

    def show_choices(
        self, rating: Rating, said: str, days: Mapping[Rating, int] | None = None
    ) -> None:
        """Show which rating it has and who `said` so, and when each would bring it back."""
        self._rating = rating
        for one, button in self._buttons.items():
            told = f"  ·  {_days_text(days[one])}" if days else ""
            button.setText(f"{TITLES[one]}{told}")
            button.setChecked(one is rating)
        self._line.updateGeometry()
        self._hint.setText(f"{said} Enter accepts it; A, H, G or E changes it.")

    def take_focus(self) -> None:
        """Let Enter accept the rating."""
        self._buttons[self._rating].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in KEYS:
            self._choose(KEYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._focused() or self._rating)
        else:
            super().keyPressEvent(event)

    def _focused(self) -> Rating | None:
        return next((one for one, button in self._buttons.items() if button.hasFocus()), None)

    def _choose(self, rating: Rating) -> None:
        self.rating_chosen.emit(rating)

    def _new_button(self, name: str, rating: Rating) -> QPushButton:
        button = role_button(f"{name}{TITLES[rating]}", TITLES[rating], "verdict")
        button.setCheckable(True)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        sender = self.sender()
        for rating, button in self._buttons.items():
            button.setChecked(rating is self._rating)
            if button is sender:
                self._choose(rating)


def _days_text(days: int) -> str:
    if days < 45:  # noqa: PLR2004 - beyond it months say more
        return "tomorrow" if days <= 1 else f"{days} days"
    return f"{days / 30.4:.0f} months"
