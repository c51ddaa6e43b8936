"""Asks for a day."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCalendarWidget, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.ui.roles import role_label


class DayDialog(QDialog):
    """A calendar; arrows go by days and weeks, Enter chooses."""

    def __init__(
        self, title: str, label: str, proposal: date, earliest: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dayDialog")
        self.setWindowTitle(title)
        self._calendar = QCalendarWidget()
        self._calendar.setObjectName("dayCalendar")
        self._calendar.setAccessibleName(label)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setMinimumDate(_qt_day(earliest))
        self._calendar.setSelectedDate(_qt_day(proposal))
        self._calendar.activated.connect(self.accept)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(role_label("dayLabel", "heading", label))
        column.addWidget(self._calendar)
        column.addWidget(buttons)
        self._calendar.setFocus()

    @property
    def day(self) -> date:
        """The day that is chosen."""
        chosen = self._calendar.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
