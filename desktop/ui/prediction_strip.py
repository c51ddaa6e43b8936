"""Asks how many points a person thinks are covered, before any of them is seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.flow_layout import FlowLayout


class PredictionStrip(QWidget):
    """One button for each number of points, and one to pass it over."""

    predicted = Signal(int)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predictionStrip")
        self._count = -1
        self._question = QLabel()
        self._question.setObjectName("predictionQuestion")
        self._question.setProperty("role", "heading")
        self._question.setWordWrap(True)
        self._numbers = QWidget()
        self._flow = FlowLayout(self._numbers, spacing_px=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self._question)
        layout.addWidget(self._numbers)

    def show_count(self, count: int) -> None:
        """Ask about so many points."""
        if count == self._count:
            return
        self._count = count
        self._question.setText(f"Before you look: how many of the {count} points did you cover?")
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number in range(count + 1):
            self._add(str(number), f"predict{number}", "plain")
        self._add("Skip", "predictSkip", "quiet")
        self._numbers.updateGeometry()

    def answer_key(self, typed: str) -> bool:
        """Predict by a digit, or pass the prediction over by S; False for another key."""
        if typed.isdecimal() and typed.isascii() and int(typed) <= self._count:
            self.predicted.emit(int(typed))
            return True
        if typed in ("s", "S"):
            self.skipped.emit()
            return True
        return False

    def _add(self, title: str, name: str, role: str) -> None:
        button = QPushButton(title)
        button.setObjectName(name)
        button.setProperty("role", role)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._tell)
        self._flow.addWidget(button)
        button.show()

    def _tell(self) -> None:
        title = self.sender().property("text")
        if title == "Skip":
            self.skipped.emit()
        else:
            self.predicted.emit(int(title))
