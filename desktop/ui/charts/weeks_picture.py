"""Minutes and attempts of each week, one above the other."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSizeF

from desktop.domain.practice_calendar import PracticeWeeks, week_name
from desktop.domain.progress_table import Table
from desktop.ui.charts.axes import (
    LABEL_PX,
    VALUES_PX,
    Label,
    counted,
    height_of,
    long_day,
    month_name,
    paint_labels,
    paint_values,
    round_ticks,
    short_day,
    spent,
)
from desktop.ui.charts.canvas import Canvas
from desktop.ui.charts.picture import Picture

HEIGHT_PX = 264
HEAD_PX = LABEL_PX + 8
BETWEEN_PX = HEAD_PX + 8
MINUTES_SHARE = 0.62
MOST_BAR_PX = 28
FEW_WEEKS = 20
MANY_WEEKS = 106
"""Labels are days of few weeks, half-years of many, else months."""

FIRST_DAYS = 7
HALF_YEARS = (1, 7)


class WeeksPicture(Picture):
    """Two plots over the same weeks."""

    name = "weeks"
    title = "Practice by week"
    empty_text = "Nothing practised in this period. Choose a longer one, or write an answer."

    def __init__(self, weeks: PracticeWeeks) -> None:
        self._series = weeks
        self._weeks = weeks.weeks

    @property
    def table(self) -> Table:
        return self._series.table

    @property
    def summary(self) -> str:
        minutes = sum(week.minutes for week in self._weeks) / len(self._weeks)
        attempts = sum(week.attempts for week in self._weeks) / len(self._weeks)
        return f"{spent(minutes)} and {attempts:.1f} attempts a week on average."

    @property
    def is_empty(self) -> bool:
        return not any(week.attempts for week in self._weeks)

    def height_within(self, width_px: float) -> float:
        _ = width_px
        return HEIGHT_PX

    def place(self, size: QSizeF) -> Sequence[QRectF]:
        upper, lower = _plots(size)
        slot = upper.width() / len(self._weeks)
        top, height = upper.top(), lower.bottom() - upper.top()
        return [
            QRectF(upper.left() + number * slot, top, slot, height)
            for number in range(len(self._weeks))
        ]

    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        upper, lower = _plots(size)
        minutes = [week.minutes for week in self._weeks]
        attempts = [float(week.attempts) for week in self._weeks]
        _paint_bars(canvas, upper, marks, minutes, "Minutes", "accent")
        _paint_bars(canvas, lower, marks, attempts, "Attempts", "series")
        paint_labels(canvas, lower, self._labels(marks))

    def words(self, mark: int) -> str:
        week = self._weeks[mark]
        name = f"Week from {long_day(week.begins_on)} ({week_name(week.begins_on)})"
        return f"{name}: {spent(week.minutes)}, {counted(week.attempts, 'attempt')}"

    def _labels(self, marks: Sequence[QRectF]) -> Iterable[Label]:
        count = len(self._weeks)
        for week, area in zip(self._weeks, marks, strict=True):
            day = week.begins_on
            if count <= FEW_WEEKS:
                yield Label(area.center().x(), short_day(day))
            elif day.day <= FIRST_DAYS and (count <= MANY_WEEKS or day.month in HALF_YEARS):
                yield Label(area.center().x(), month_name(day))


def _plots(size: QSizeF) -> tuple[QRectF, QRectF]:
    width = size.width() - VALUES_PX - 2
    room = size.height() - HEAD_PX - BETWEEN_PX - LABEL_PX - 6
    upper_px = round(room * MINUTES_SHARE)
    upper = QRectF(VALUES_PX, HEAD_PX, width, upper_px)
    return upper, QRectF(VALUES_PX, upper.bottom() + BETWEEN_PX, width, room - upper_px)


def _paint_bars(
    canvas: Canvas,
    plot: QRectF,
    marks: Sequence[QRectF],
    values: Sequence[float],
    name: str,
    token: str,
) -> None:
    ticks = round_ticks(max(values), 3 if plot.height() > 3 * HEAD_PX else 2)
    canvas.text(QRectF(plot.left(), plot.top() - HEAD_PX, 160, LABEL_PX), name, "text")
    paint_values(canvas, plot, ticks)
    for value, area in zip(values, marks, strict=True):
        if not value:
            continue
        width = max(1.0, min(float(round(area.width() * 0.7)), MOST_BAR_PX))
        left = round(area.center().x() - width / 2)
        top = min(round(height_of(value, ticks[-1], plot)), plot.bottom() - 1)
        canvas.fill(QRectF(left, top, width, plot.bottom() - top), token)
