"""Asks what is to be printed."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)


class PrintedPart(Enum):
    """What is printed; the question is its prompt and the parts that stand open."""

    BOTH = "Question and answer"
    QUESTION = "Question"
    ANSWER = "Answer"

    @property
    def has_question(self) -> bool:
        return self is not PrintedPart.ANSWER

    @property
    def has_answer(self) -> bool:
        return self is not PrintedPart.QUESTION


class PrintDialog(QDialog):
    """Three choices and one button."""

    part_chosen = Signal(object)

    def __init__(self, title: str, *, has_answer: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("printDialog")
        self.setWindowTitle(title.rstrip("…"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(320)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        for index, part in enumerate(PrintedPart):
            choice = QRadioButton(part.value)
            choice.setObjectName(f"print{part.name.capitalize()}")
            choice.setEnabled(has_answer or not part.has_answer)
            self._group.addButton(choice, index)
            layout.addWidget(choice)
        first = PrintedPart.BOTH if has_answer else PrintedPart.QUESTION
        self._group.button(list(PrintedPart).index(first)).setChecked(True)
        note = QLabel("The question comes with the parts that stand open.")
        note.setProperty("role", "small")
        layout.addWidget(note)
        layout.addLayout(self._buttons(title))

    def _buttons(self, title: str) -> QHBoxLayout:
        cancel, go = QPushButton("Cancel"), QPushButton(title)
        cancel.setObjectName("printCancel")
        cancel.setProperty("role", "plain")
        cancel.clicked.connect(self.reject)
        go.setObjectName("printGo")
        go.setProperty("role", "primary")
        go.setDefault(True)
        go.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(go)
        return row

    def _choose(self) -> None:
        part = list(PrintedPart)[self._group.checkedId()]
        self.accept()
        self.part_chosen.emit(part)
