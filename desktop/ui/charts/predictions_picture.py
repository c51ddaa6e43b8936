"""What was predicted against what was covered."""

from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.domain.prediction_groups import PredictionGroups
from desktop.domain.progress_table import Table
from desktop.ui.charts.axes import (
    LABEL_PX,
    VALUES_PX,
    Label,
    counted,
    paint_labels,
    paint_values,
)
from desktop.ui.charts.canvas import RIGHT, Canvas
from desktop.ui.charts.picture import Picture

HEIGHT_PX = 290
BEYOND_PX = 14.0
"""The room around the plot, so that no disc lies on a label."""

HEAD_PX = LABEL_PX + 4 + BEYOND_PX
FOOT_PX = LABEL_PX + 2 + BEYOND_PX
DIAGONAL = "above the line: more than thought"
TICKS = (0.0, 25.0, 50.0, 75.0, 100.0)
RADIUS_PX = 4.0
"""For one answer; the area grows with their number, less where the largest would be too large."""

LEAST_RADIUS_PX = 3.0

MOST_RADIUS_PX = BEYOND_PX
A_FAIR_EXCESS = 0.05


class PredictionsPicture(Picture):
    """A disc for each pair of shares, larger for more answers; on the diagonal all is right."""

    name = "predictions"
    title = "Predictions against what was covered"
    empty_text = "No prediction marked yet. Say how many points you covered before you look."

    def __init__(self, series: PredictionGroups) -> None:
        self._series = series
        self._groups = series.groups

    @property
    def table(self) -> Table:
        return self._series.table

    @property
    def summary(self) -> str:
        total = self._series.total
        begun = f"{counted(total.answers, 'prediction')}"
        if abs(total.excess) < A_FAIR_EXCESS:
            return f"{begun}: close to what was covered."
        much = "too many" if total.excess > 0 else "too few"
        return f"{begun}: {abs(total.excess):.0%} of the points {much}."

    @property
    def is_empty(self) -> bool:
        return not self._groups

    def height_within(self, width_px: float) -> float:
        _ = width_px
        return HEIGHT_PX

    def place(self, size: QSizeF) -> Sequence[QRectF]:
        plot = _plot(size)
        most = max(group.answers for group in self._groups)
        unit = min(RADIUS_PX, MOST_RADIUS_PX / sqrt(most))
        return [
            _disc(
                plot.left() + plot.width() * group.predicted_percent / 100,
                plot.bottom() - plot.height() * group.covered_percent / 100,
                max(LEAST_RADIUS_PX, unit * sqrt(group.answers)),
            )
            for group in self._groups
        ]

    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        plot = _plot(size)
        canvas.text(QRectF(VALUES_PX, 0, 240, LABEL_PX), "Covered", "text")
        paint_values(canvas, plot, TICKS, "%", BEYOND_PX)
        labels = [Label(plot.left() + plot.width() * one / 100, f"{one:.0f}%") for one in TICKS]
        paint_labels(canvas, plot.adjusted(0, 0, 0, BEYOND_PX - 4), labels)
        named = QRectF(plot.right() - 200, plot.bottom() - LABEL_PX - 4, 194, LABEL_PX)
        canvas.text(named, "Predicted", "text", RIGHT)
        canvas.line(plot.bottomLeft(), plot.topRight(), "border_strong", is_dashed=True)
        canvas.text(QRectF(0, 0, size.width(), LABEL_PX), DIAGONAL, align=RIGHT)
        for area in marks:
            canvas.bubble(area, "accent")

    def words(self, mark: int) -> str:
        group = self._groups[mark]
        return (
            f"{counted(group.answers, 'answer')}: {group.predicted_percent}% of the points "
            f"predicted, {group.covered_percent}% covered"
        )


def _plot(size: QSizeF) -> QRectF:
    width = size.width() - VALUES_PX - 2 * BEYOND_PX
    return QRectF(VALUES_PX + BEYOND_PX, HEAD_PX, width, size.height() - HEAD_PX - FOOT_PX)


def _disc(x: float, y: float, radius: float) -> QRectF:
    centre = QPointF(x, y)
    return QRectF(centre - QPointF(radius, radius), centre + QPointF(radius, radius))
