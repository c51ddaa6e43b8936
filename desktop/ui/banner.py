"""A quiet strip that tells one thing and offers what to do about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QWidget):
    """Shows one message at a time with up to a few answers; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setObjectName("bannerText")
        self._label.setWordWrap(True)
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 16, 8)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._label, 1)
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.timeout.connect(self.hide)
        self.hide()

    def tell(
        self,
        message: str,
        answers: Sequence[tuple[str, Callable[[], None]]] = (),
        *,
        hide_after_ms: int = 0,
    ) -> None:
        """Show a message; each answer is a title and what it does, and any answer hides it."""
        self._label.setText(message)
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._new_button(title, meet) for title, meet in answers]
        self._hiding.stop()
        if hide_after_ms:
            self._hiding.start(hide_after_ms)
        self.show()

    def focus_first(self) -> None:
        """Give the keys to the first answer, where there is nothing else to be done."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_text(self, message: str) -> None:
        """Change the words and keep the answers."""
        self._label.setText(message)

    def _new_button(self, title: str, meet: Callable[[], None]) -> QPushButton:
        button = QPushButton(title)
        button.setProperty("role", "plain")
        button.setObjectName(f"bannerAnswer{title.replace(' ', '')}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys in the text
        button.clicked.connect(self.hide)
        button.clicked.connect(meet)
        self._layout.addWidget(button)
        return button
