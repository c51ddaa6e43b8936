"""The weakest points, as they are shown in an exported picture."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF

from desktop.domain.practice_facts import ReviewItem
from desktop.domain.progress_table import Table
from desktop.domain.weak_points import WeakPoints
from desktop.ui.charts.axes import LABEL_PX, counted
from desktop.ui.charts.canvas import Canvas
from desktop.ui.charts.picture import Picture

ROW_PX = 40


class WeakPointsPicture(Picture):
    """Two lines for each point: what it says, and where and how often it was missed."""

    name = "weakest"
    title = "Weakest points"
    empty_text = "No point missed so far. Points appear here once a marked answer lacked them."

    def __init__(self, weakest: WeakPoints) -> None:
        self._weakest = weakest
        self._points = weakest.points

    @property
    def points(self) -> tuple[ReviewItem, ...]:
        return self._points

    @property
    def table(self) -> Table:
        return self._weakest.table

    @property
    def summary(self) -> str:
        return "Missed most often first."

    @property
    def is_empty(self) -> bool:
        return not self._points

    def height_within(self, width_px: float) -> float:
        _ = width_px
        return ROW_PX * len(self._points)

    def place(self, size: QSizeF) -> Sequence[QRectF]:
        return [
            QRectF(0, number * ROW_PX, size.width(), ROW_PX) for number in range(len(self._points))
        ]

    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        _ = size
        for number, area in enumerate(marks):
            paint_point(canvas, area, self._points[number].point, self.origin(number))

    def words(self, mark: int) -> str:
        return f"{self._points[mark].point}. {self.origin(mark)}"

    def origin(self, mark: int) -> str:
        """Where a point belongs, how often it was missed, and how much it weighs."""
        one = self._points[mark]
        missed = f"missed {counted(one.misses, 'time')}, {one.share:.0%} of the rubric"
        return f"{missed} · {one.title}"


def paint_point(canvas: Canvas, area: QRectF, point: str, origin: str) -> None:
    """A point and, below it, where it comes from."""
    upper = QRectF(area.left(), area.center().y() - LABEL_PX, area.width(), LABEL_PX)
    canvas.text(upper, point, "text")
    canvas.text(upper.translated(0, LABEL_PX), origin)
