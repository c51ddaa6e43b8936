"""Chooses what progress is drawn from: a period, a category and a round."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from desktop.domain.progress import ProgressFacts, ProgressFilter
from desktop.domain.vocabulary import CATEGORIES, ROUNDS, spelled_out
from desktop.ui.flow_layout import FlowLayout

OWN_DATES = -1
PERIODS = (
    ("All time", 0),
    ("Last 12 months", 365),
    ("Last 90 days", 90),
    ("Last 30 days", 30),
    ("Own dates", OWN_DATES),
)
"""What each is called, and its days up to today."""

ALL_CATEGORIES = "All categories"
ALL_ROUNDS = "All rounds"
DATE_FORMAT = "yyyy-MM-dd"
TEXT_MARGIN_PX = 6


class ProgressFilters(QWidget):
    """Drop-downs in a row, and two dates where a period of one's own is wished."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressFilters")
        self._today = date.min
        self._period = _box("progressPeriod", "Period")
        for title, days in PERIODS:
            self._period.addItem(title, days)
        self._since = _date_edit("progressSince", "From this day on", "from")
        self._until = _date_edit("progressUntil", "Up to this day", "to")
        self._category = _box("progressCategory", "Category")
        self._round = _box("progressRound", "Round")
        for box in (self._period, self._category, self._round):
            box.currentIndexChanged.connect(self._tell)
        for edit in (self._since, self._until):
            edit.dateChanged.connect(self._tell)
        self._arrange()
        self._show_dates()

    @property
    def chosen(self) -> ProgressFilter:
        """What is chosen now."""
        since, until = self._days()
        return ProgressFilter(
            since, until, self._category.currentData() or "", self._round.currentData() or ""
        )

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        since, until = self._days()
        last = until or self._today
        period = f"{since} to {last}" if since else f"All time up to {last}"
        return f"{period}, {self._category.currentText()}, {self._round.currentText()}"

    def show_choices(self, facts: ProgressFacts) -> None:
        """Offer what there is to choose; what was chosen stays so where it still can."""
        if self._today != facts.today:
            self._today = facts.today
            self._offer_dates()
        categories = {one.category for one in facts.facts} | {one.category for one in facts.points}
        rounds = {one.round for one in facts.readiness}
        rounds.update(*(one.rounds for one in facts.facts))
        _offer(self._category, ALL_CATEGORIES, _ordered(categories - {""}, CATEGORIES))
        _offer(self._round, ALL_ROUNDS, _ordered(rounds, ROUNDS))

    def _days(self) -> tuple[date | None, date | None]:
        days: int = self._period.currentData()
        if days == OWN_DATES:
            one, other = _day_of(self._since), _day_of(self._until)
            return min(one, other), max(one, other)
        return (self._today - timedelta(days - 1) if days else None), None

    def _offer_dates(self) -> None:
        for edit, day in (
            (self._since, self._today - timedelta(89)),
            (self._until, self._today),
        ):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def _tell(self) -> None:
        self._show_dates()
        self.changed.emit()

    def _show_dates(self) -> None:
        is_own = self._period.currentData() == OWN_DATES
        for widget in (self._since, self._until):
            widget.setVisible(is_own)

    def _arrange(self) -> None:
        row = FlowLayout(self, spacing_px=8)
        for widget in (self._period, self._since, self._until, self._category, self._round):
            row.addWidget(widget)


def _offer(box: QComboBox, all_of_them: str, values: Sequence[str]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(all_of_them, "")
    for value in values:
        box.addItem(spelled_out(value), value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


def _ordered(values: Iterable[str], known: Sequence[str]) -> list[str]:
    """Known values in their order, then the others by name."""
    places = {value: place for place, value in enumerate(known)}
    return sorted(values, key=lambda value: (places.get(value, len(known)), value))


def _day_of(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def _box(name: str, spoken: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _date_edit(name: str, spoken: str, preposition: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setObjectName(name)
    edit.setAccessibleName(spoken)
    edit.setDisplayFormat(f"'{preposition}' {DATE_FORMAT}")
    edit.lineEdit().setTextMargins(TEXT_MARGIN_PX, 0, 0, 0)
    edit.setKeyboardTracking(False)
    edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return edit
