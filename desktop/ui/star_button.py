"""A star to put on an attempt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

STAR = "★"


class StarButton(QPushButton):
    """Says in words whether the star is there; a click or Alt+S turns it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "verdict")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self.setToolTip("Mark this attempt with a star (Alt+S)")
        self.toggled.connect(self._say)
        self._say()

    def show_star(self, *, is_starred: bool) -> None:
        """Show whether the attempt has a star."""
        self.setChecked(is_starred)

    def _say(self) -> None:
        self.setText(f"{STAR} &Starred" if self.isChecked() else "&Star")
        self.setShortcut("Alt+S")
