"""A square for each day of the last year."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt

from desktop.domain.practice_calendar import WEEKS_SHOWN, Practice, PracticeCalendar
from desktop.domain.progress_table import Table
from desktop.ui.charts.axes import LABEL_PX, counted, long_day, month_name, spent
from desktop.ui.charts.canvas import Canvas
from desktop.ui.charts.picture import Picture

DAYS = 7
DAY_NAMES = {0: "Mon", 2: "Wed", 4: "Fri"}
NAMES_PX = 34
MOST_PITCH_PX = 23
GAP_PX = 3
HEAD_PX = LABEL_PX + 4
FOOT_PX = LABEL_PX + 12
LEVELS = ((1, "under 20 min"), (20, "20 to 39"), (40, "40 to 59"), (60, "60 min or more"))
"""The minutes from which a level counts; a question takes about twenty."""

SIZES = (0.5, 0.7, 0.85, 1.0)
"""The part of the square that each level fills, so that it shows without the colour too."""


class CalendarPicture(Picture):
    """Weeks from left to right, days from Monday down."""

    name = "calendar"
    title = "Practice by day"
    empty_text = "Nothing practised in these weeks. Write an answer and seal it."

    def __init__(self, calendar: PracticeCalendar) -> None:
        self._calendar = calendar
        self._days = calendar.days

    @property
    def table(self) -> Table:
        return self._calendar.table

    @property
    def summary(self) -> str:
        practised = sum(day.attempts > 0 for day in self._days)
        return f"{counted(practised, 'day')} with practice of the last {len(self._days)}."

    @property
    def is_empty(self) -> bool:
        return not any(day.attempts for day in self._days)

    def height_within(self, width_px: float) -> float:
        return HEAD_PX + DAYS * _pitch(width_px) + FOOT_PX

    def place(self, size: QSizeF) -> Sequence[QRectF]:
        pitch = _pitch(size.width())
        side = pitch - GAP_PX
        return [
            QRectF(NAMES_PX + number // DAYS * pitch, HEAD_PX + number % DAYS * pitch, side, side)
            for number in range(len(self._days))
        ]

    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        for number, name in DAY_NAMES.items():
            area = marks[number]
            canvas.text(QRectF(0, area.center().y() - 8, NAMES_PX - 6, LABEL_PX), name)
        self._paint_months(canvas, marks)
        for day, area in zip(self._days, marks, strict=True):
            _paint_day(canvas, area, _level(day))
        _paint_legend(canvas, size, marks[0].width())

    def words(self, mark: int) -> str:
        day = self._days[mark]
        name = f"{day.begins_on:%A} {long_day(day.begins_on)}"
        if not day.attempts:
            return f"{name}: no practice"
        return f"{name}: {counted(day.attempts, 'attempt')}, {spent(day.minutes)}"

    def step(self, mark: int, key: Qt.Key) -> int:
        far = DAYS if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) else 1
        return far * super().step(mark, key)

    def _paint_months(self, canvas: Canvas, marks: Sequence[QRectF]) -> None:
        free_from = 0.0
        for number in range(DAYS, len(self._days), DAYS):
            day, before = self._days[number].begins_on, self._days[number - DAYS].begins_on
            left = marks[number].left()
            if day.month != before.month and left >= free_from:
                name = month_name(day)
                canvas.text(QRectF(left, 0, 48, LABEL_PX), name)
                free_from = left + canvas.width_of(name) + 8


def _pitch(width_px: float) -> int:
    return max(6, min(MOST_PITCH_PX, int((width_px - NAMES_PX) // WEEKS_SHOWN)))


def _level(day: Practice) -> int:
    """From 0, nothing, to 4."""
    if not day.attempts:
        return 0
    return max(1, sum(day.minutes >= least for least, _ in LEVELS))


def _paint_day(canvas: Canvas, area: QRectF, level: int) -> None:
    canvas.fill(area, "hover")
    if level:
        side = round(area.width() * SIZES[level - 1])
        inset = (area.width() - side) // 2
        canvas.fill(QRectF(area.left() + inset, area.top() + inset, side, side), f"heat{level}")


def _paint_legend(canvas: Canvas, size: QSizeF, side: float) -> None:
    x = float(NAMES_PX)
    y = size.height() - LABEL_PX
    for level, text in enumerate(("no practice", *(text for _, text in LEVELS))):
        _paint_day(canvas, QRectF(x, y + (LABEL_PX - side) // 2, side, side), level)
        width = canvas.width_of(text) + 4
        canvas.text(QRectF(x + side + 6, y, width, LABEL_PX), text)
        x += side + 6 + width + 14
