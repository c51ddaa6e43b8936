"""The clock above the editor, with its buttons and the quiet sign that all is saved."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.domain.answer_clock import AnswerClock
from desktop.ui.icons import Icons

SAVED_SHOWN_MS = 2_000
BUDGET_FROM_PX = 400
"""Narrower than this there is room for what is left of the time only."""


def clock_text(seconds: float) -> str:
    """Seconds as `m:ss` or `h:mm:ss`; overtime with a plus before it."""
    sign = "+" if seconds < 0 else ""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{left:02}" if hours else f"{sign}{minutes}:{left:02}"


class ClockBar(QWidget):
    """Countdown, then overtime; pause, hide the digits, seal."""

    pause_requested = Signal()
    hide_requested = Signal()
    seal_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clockBar")
        self._icons = icons
        self._is_hidden = False
        self._clock = AnswerClock(0)
        self._digits = QLabel("0:00")
        self._digits.setObjectName("clock")
        self._budget = QLabel()
        self._budget.setObjectName("budget")
        self._budget.setProperty("role", "small")
        self._pause = self._tool("pauseButton", "Start the clock")
        self._eye = self._tool("hideClockButton", "Hide the clock")
        self._saved = QLabel()
        self._saved.setObjectName("savedSign")
        self._saved.setProperty("role", "small")
        self._seal = QPushButton("Seal")
        self._seal.setObjectName("sealButton")
        self._seal.setProperty("role", "primary")
        self._seal.setToolTip("End this answer (Ctrl+Return)")
        self._seal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.timeout.connect(self._saved.clear)
        self._pause.clicked.connect(self.pause_requested)
        self._eye.clicked.connect(self.hide_requested)
        self._seal.clicked.connect(self.seal_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 10, 16, 10)
        layout.setSpacing(6)
        for widget in (self._pause, self._digits, self._budget, self._eye):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._saved)
        layout.addSpacing(8)
        layout.addWidget(self._seal)
        self.set_icons(icons)

    def show_clock(self, clock: AnswerClock) -> None:
        """Show what is left of the budget, or by how much it was passed."""
        was_overtime, was_running = self._clock.is_overtime, self._clock.is_running
        self._clock = clock
        self._digits.setText("––:––" if self._is_hidden else clock_text(clock.remaining_s))
        self._budget.setText(f"of {clock.budget_s / 60:.0f} min")
        self._digits.setAccessibleName(f"Time left: {self._digits.text()}")
        if was_overtime != clock.is_overtime:
            self._digits.setProperty("isOvertime", clock.is_overtime)
            self._digits.style().unpolish(self._digits)
            self._digits.style().polish(self._digits)
        if was_running != clock.is_running:
            self._show_pause()

    def show_hidden(self, *, is_hidden: bool) -> None:
        """Hide or show the digits; the clock runs on."""
        self._is_hidden = is_hidden
        self._eye.setIcon(self._icons.icon("eye-off" if is_hidden else "eye"))
        self._eye.setToolTip("Show the clock" if is_hidden else "Hide the clock")
        self.show_clock(self._clock)

    def show_unsaved(self) -> None:
        self._saved.clear()

    def show_saved(self) -> None:
        """Say for a moment that everything typed is on disk."""
        self._saved.setText("Saved")
        self._fading.start(SAVED_SHOWN_MS)

    def show_save_failed(self) -> None:
        self._fading.stop()
        self._saved.setText("Not saved")

    def set_writable(self, *, is_writable: bool) -> None:
        """Allow pausing and sealing, or not."""
        self._seal.setEnabled(is_writable)
        self._pause.setEnabled(is_writable)

    def set_icons(self, icons: Icons) -> None:
        self._icons = icons
        self._show_pause()
        self.show_hidden(is_hidden=self._is_hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._budget.setVisible(self.width() >= BUDGET_FROM_PX)
        super().resizeEvent(event)

    def _show_pause(self) -> None:
        is_running = self._clock.is_running
        self._pause.setIcon(self._icons.icon("pause" if is_running else "play"))
        title = "Pause the clock" if is_running else "Start the clock"
        self._pause.setToolTip(title)
        self._pause.setAccessibleName(title)

    def _tool(self, name: str, title: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setToolTip(title)
        button.setAccessibleName(title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
