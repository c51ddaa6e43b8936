"""What is covered of each topic's points, and its trend."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.domain.progress_table import Table
from desktop.domain.topic_progress import TopicCoverage, TopicProgress
from desktop.ui.charts.axes import LABEL_PX, counted, long_day
from desktop.ui.charts.canvas import RIGHT, Canvas
from desktop.ui.charts.picture import NOT_MARKED, Picture

ROW_PX = 22
HEAD_PX = LABEL_PX + 8
BAR_PX = 8
PERCENT_PX = 44
NAME_SHARE = 0.36
TREND_SHARE = 0.26
DOT_PX = 5
INSET_PX = 4
"""The room between a row's contents and the frame of the current one."""


class TopicsPicture(Picture):
    """A row for each topic: its name, a bar, and a line of how it went from week to week."""

    name = "topics"
    title = "Points covered by topic"
    empty_text = NOT_MARKED

    def __init__(self, progress: TopicProgress) -> None:
        self._progress = progress
        self._topics = progress.topics
        mondays = [then.monday for one in self._topics for then in one.trend]
        self._first = min(mondays, default=date.min)
        self._days = max(1, (max(mondays, default=date.min) - self._first).days)

    @property
    def table(self) -> Table:
        return self._progress.table

    @property
    def summary(self) -> str:
        weakest = self._topics[0] if self._topics else None
        return f"Weakest: {weakest.topic}, {weakest.share:.0%} covered." if weakest else ""

    @property
    def is_empty(self) -> bool:
        return not self._topics

    def height_within(self, width_px: float) -> float:
        _ = width_px
        return HEAD_PX + ROW_PX * len(self._topics)

    def place(self, size: QSizeF) -> Sequence[QRectF]:
        return [
            QRectF(0, HEAD_PX + number * ROW_PX, size.width(), ROW_PX)
            for number in range(len(self._topics))
        ]

    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        for area, title in zip(
            _cells(QRectF(0, 0, size.width(), LABEL_PX)),
            ("Topic", "Covered", "", "Trend by week"),
            strict=True,
        ):
            canvas.text(area, title)
        for topic, area in zip(self._topics, marks, strict=True):
            name, bar, share, trend = _cells(area)
            canvas.text(name, topic.topic, "text")
            ground = QRectF(bar.left(), bar.center().y() - BAR_PX / 2, bar.width(), BAR_PX)
            canvas.fill(ground, "hover")
            canvas.fill(QRectF(ground.topLeft(), _part(ground, topic.share)), "accent")
            canvas.text(share, f"{topic.share:.0%}", "text", RIGHT)
            self._paint_trend(canvas, trend, topic)

    def words(self, mark: int) -> str:
        topic = self._topics[mark]
        then = topic.trend[0]
        return (
            f"{topic.topic}: {topic.covered} of {counted(topic.points, 'point')} covered "
            f"({topic.share:.0%}) in {counted(topic.questions, 'question')}; "
            f"{then.share:.0%} in the week from {long_day(then.monday)}"
        )

    def _paint_trend(self, canvas: Canvas, area: QRectF, topic: TopicCoverage) -> None:
        height = area.height() - DOT_PX - 2
        points = [
            QPointF(
                area.left() + area.width() * (then.monday - self._first).days / self._days,
                area.top() + DOT_PX / 2 + 1 + height * (1 - then.share),
            )
            for then in topic.trend
        ]
        ground = area.bottom() - DOT_PX / 2 - 1
        canvas.line(QPointF(area.left(), ground), QPointF(area.right(), ground), "border")
        canvas.curve(points, "series")
        canvas.dots(points[-1:], "series", DOT_PX)


def _cells(area: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    row = area.adjusted(INSET_PX, 0, -INSET_PX, 0)
    name_px = round(row.width() * NAME_SHARE)
    trend_px = round(row.width() * TREND_SHARE)
    bar_px = row.width() - name_px - trend_px - PERCENT_PX - 28
    name = QRectF(row.left(), row.top(), name_px - 12, row.height())
    bar = QRectF(row.left() + name_px, row.top(), bar_px, row.height())
    share = QRectF(bar.right(), row.top(), PERCENT_PX, row.height())
    trend = QRectF(share.right() + 20, row.top(), trend_px, row.height())
    return name, bar, share, trend


def _part(area: QRectF, share: float) -> QSizeF:
    return QSizeF(round(area.width() * share), area.height())
