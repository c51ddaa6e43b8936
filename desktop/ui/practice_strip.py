"""The strip above the panes while several things are practised in a row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

BAR_PX = 160
BAR_HEIGHT_PX = 4


class PracticeStrip(QWidget):
    """Which thing of how many it is, the one next step, and the way out.

    Its parts are named after `kind`, such as "quickFire"; `title` is what it says.
    """

    next_requested = Signal()
    leave_requested = Signal()

    def __init__(self, kind: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{kind}Strip")
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel(title)
        name.setProperty("role", "heading")
        self._count = QLabel()
        self._count.setObjectName(f"{kind}Count")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{kind}Bar")
        self._bar.setAccessibleName("What is behind you")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(BAR_PX, BAR_HEIGHT_PX)
        self._hint = QLabel()
        self._hint.setObjectName(f"{kind}Hint")
        self._hint.setProperty("role", "small")
        self._next = QPushButton()
        self._next.setObjectName(f"{kind}Next")
        self._next.setProperty("role", "plain")
        self._next.clicked.connect(self.next_requested)
        leave = QPushButton("End")
        leave.setObjectName(f"{kind}End")
        leave.setProperty("role", "quiet")
        leave.setToolTip(f"End {title.lower()} (Esc)")
        leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        leave.clicked.connect(self.leave_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 16, 6)
        layout.setSpacing(12)
        left: tuple[QWidget, ...] = (name, self._count, self._bar)
        right: tuple[QWidget, ...] = (self._hint, self._next, leave)
        for widget in left:
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in right:
            layout.addWidget(widget)
        self.hide()

    def show_place(self, count_text: str, place: int, total: int) -> None:
        """Show which of how many it is, counted from 0."""
        self._count.setText(count_text)
        self._bar.setMaximum(total)
        self._bar.setValue(place)
        self.show()

    def show_step(self, title: str, hint: str, *, takes_focus: bool = False) -> None:
        """Show what comes next, and how; with the focus Enter does it."""
        self._next.setText(title)
        self._next.setToolTip(f"{title} (Alt+Right)")
        self._hint.setText(hint)
        if takes_focus:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._next.hasFocus():
            self.next_requested.emit()
        else:
            super().keyPressEvent(event)
