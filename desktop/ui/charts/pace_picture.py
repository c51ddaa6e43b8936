"""The time each answer took, as a part of its budget."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.domain.pace import Pace
from desktop.domain.progress_table import Table
from desktop.ui.charts.axes import (
    LABEL_PX,
    VALUES_PX,
    Label,
    counted,
    height_of,
    long_day,
    paint_labels,
    paint_values,
    short_day,
    spent,
)
from desktop.ui.charts.canvas import RIGHT, Canvas
from desktop.ui.charts.picture import Picture

HEIGHT_PX = 250
HEAD_PX = LABEL_PX + 8
FOOT_PX = LABEL_PX + 6
MARK_PX = 6.0
SMALL_MARK_PX = 4.0
MANY_ANSWERS = 400
TICK_PERCENT = 50
LEAST_TOP = 150
MOST_TOP = 300
"""What took longer than three budgets stands at the top edge."""

A_FEW_LABELS = 6
A_YEAR_DAYS = 366


class PacePicture(Picture):
    """A dot for each answer within its budget, a triangle for each that went over it."""

    name = "pace"
    title = "Time against budget"
    empty_text = "No answer with a budget in this period. Choose a longer one, or write an answer."

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._answers = pace.answers
        self._percents = [100 * one.share for one in self._answers]
        top = min(max((*self._percents, LEAST_TOP)), MOST_TOP)
        self._mark_px = MARK_PX if len(self._answers) <= MANY_ANSWERS else SMALL_MARK_PX
        steps = int(-(-top // TICK_PERCENT))
        self._ticks = [float(TICK_PERCENT * number) for number in range(steps + 1)]

    @property
    def table(self) -> Table:
        return self._pace.table

    @property
    def summary(self) -> str:
        over, of = self._pace.over, len(self._answers)
        return f"{over:,} of {counted(of, 'answer')} went over the budget."

    @property
    def is_empty(self) -> bool:
        return not self._answers

    def height_within(self, width_px: float) -> float:
        _ = width_px
        return HEIGHT_PX

    def place(self, size: QSizeF) -> Sequence[QRectF]:
        plot = _plot(size)
        ordinals = [one.day.toordinal() for one in self._answers]
        first, days = ordinals[0], max(1, ordinals[-1] - ordinals[0])
        left, scale = plot.left() + MARK_PX, (plot.width() - 2 * MARK_PX) / days
        half, top = self._mark_px / 2, self._ticks[-1]
        return [
            QRectF(
                left + (ordinal - first) * scale - half,
                height_of(percent, top, plot) - half,
                self._mark_px,
                self._mark_px,
            )
            for percent, ordinal in zip(self._percents, ordinals, strict=True)
        ]

    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        plot = _plot(size)
        canvas.text(QRectF(plot.left(), 0, 160, LABEL_PX), "Of the budget", "text")
        paint_values(canvas, plot, self._ticks, "%")
        budget = height_of(100, self._ticks[-1], plot)
        left, right = QPointF(plot.left(), budget), QPointF(plot.right(), budget)
        canvas.line(left, right, "border_strong", is_dashed=True)
        _paint_legend(canvas, plot)
        paint_labels(canvas, plot, self._labels(marks))
        placed = list(zip(self._answers, marks, strict=True))
        within = [area.center() for one, area in placed if not one.is_over]
        over = [area.center() for one, area in placed if one.is_over]
        canvas.dots(within, "accent", self._mark_px)
        canvas.triangles(over, "danger", self._mark_px)

    def words(self, mark: int) -> str:
        one = self._answers[mark]
        return (
            f"{one.title}, {long_day(one.day)}: {spent(one.minutes)} of "
            f"{spent(one.budget_minutes)} ({one.share:.0%})"
        )

    def _labels(self, marks: Sequence[QRectF]) -> list[Label]:
        """Some days with answers, those in between being left out."""
        is_long = (self._answers[-1].day - self._answers[0].day).days > A_YEAR_DAYS
        least_px = (marks[-1].center().x() - marks[0].center().x()) / A_FEW_LABELS
        labels: list[Label] = []
        for one, area in zip(self._answers, marks, strict=True):
            x = area.center().x()
            if not labels or x - labels[-1].x > least_px:
                labels.append(Label(x, f"{one.day:%b %Y}" if is_long else short_day(one.day)))
        return labels


def _plot(size: QSizeF) -> QRectF:
    height = size.height() - HEAD_PX - FOOT_PX
    return QRectF(VALUES_PX, HEAD_PX, size.width() - VALUES_PX - 2, height)


def _paint_legend(canvas: Canvas, plot: QRectF) -> None:
    right, middle = plot.right(), LABEL_PX / 2
    for text in ("over", "within"):
        width = canvas.width_of(text) + 2
        canvas.text(QRectF(right - width, 0, width, LABEL_PX), text, align=RIGHT)
        sign = QPointF(right - width - 8, middle)
        if text == "over":
            canvas.triangles([sign], "danger", MARK_PX)
        else:
            canvas.dots([sign], "accent", MARK_PX)
        right = sign.x() - 14
