"""An interview to prepare for: its day, company and rounds."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.review import Interview
from desktop.domain.vocabulary import ROUNDS, spelled_out
from desktop.ui.roles import role_button, role_label

WIDTH_PX = 460
COLUMNS = 2


class InterviewDialog(QDialog):
    """Tells the interview as it stands in the fields when it is kept, or that it is to go."""

    kept = Signal(object)
    removed = Signal(object)

    def __init__(
        self, interview: Interview, earliest: date, *, is_new: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("interviewDialog")
        self.setWindowTitle("Add an interview" if is_new else "Interview")
        self.setMinimumWidth(WIDTH_PX)
        self._interview = interview
        held_on = interview.held_on
        self._day = QDateEdit(QDate(held_on.year, held_on.month, held_on.day))
        self._day.setObjectName("interviewDay")
        self._day.setCalendarPopup(True)
        self._day.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
        self._day.setDisplayFormat("d MMMM yyyy")
        self._day.setAccessibleName("Day of the interview")
        self._company = QLineEdit(interview.company)
        self._company.setObjectName("interviewCompany")
        self._company.setPlaceholderText("may stay empty")
        self._rounds = {one: self._new_box(one) for one in ROUNDS}
        keep = role_button("interviewKeep", "Add" if is_new else "Save", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = role_button("interviewCancel", "Cancel")
        cancel.clicked.connect(self.reject)
        remove = role_button("interviewRemove", "Remove")
        remove.clicked.connect(self._remove)
        remove.setHidden(is_new)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow("Day", self._day)
        form.addRow("Company", self._company)
        rounds = QGridLayout()
        rounds.setVerticalSpacing(10)
        for number, box in enumerate(self._rounds.values()):
            rounds.addWidget(box, number // COLUMNS, number % COLUMNS)
        buttons = QHBoxLayout()
        buttons.addWidget(remove)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(role_label("interviewRounds", "heading", "Rounds"))
        column.addLayout(rounds)
        column.addWidget(
            role_label("interviewHint", "small", "Without a choice all rounds are prepared.")
        )
        column.addLayout(buttons)
        self._day.setFocus()

    def _keep(self) -> None:
        rounds = tuple(one for one, box in self._rounds.items() if box.isChecked())
        chosen = self._day.date()
        held_on = date(chosen.year(), chosen.month(), chosen.day())
        company = " ".join(self._company.text().split())
        self.kept.emit(Interview(self._interview.uuid, held_on, rounds, company))
        self.accept()

    def _remove(self) -> None:
        self.removed.emit(self._interview)
        self.accept()

    def _new_box(self, name: str) -> QCheckBox:
        box = QCheckBox(spelled_out(name))
        box.setObjectName(f"interviewRound-{name}")
        box.setChecked(name in self._interview.rounds)
        return box
