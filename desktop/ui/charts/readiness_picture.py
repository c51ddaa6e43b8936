"""How ready one is for each round, and what that is made of."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF

from desktop.domain.progress_table import Table
from desktop.domain.readiness import RoundReadiness
from desktop.domain.readiness_series import ReadinessSeries
from desktop.domain.vocabulary import spelled_out
from desktop.ui.charts.axes import LABEL_PX, long_day, short_day
from desktop.ui.charts.canvas import RIGHT, Canvas
from desktop.ui.charts.picture import Picture

ROW_PX = 36
HEAD_PX = LABEL_PX + 8
BAR_PX = 8
PERCENT_PX = 44
PART_PX = 66
NAME_SHARE = 0.34
INSET_PX = 4
"""The room between a row's contents and the frame of the current one."""


class ReadinessPicture(Picture):
    """A row for each round: a bar, and the three numbers that make its length."""

    name = "readiness"
    title = "Readiness by round"
    empty_text = "No round to be ready for yet. Mark an answer, or set the date of an interview."

    def __init__(self, series: ReadinessSeries) -> None:
        self._series = series
        self._rounds = series.rounds

    @property
    def table(self) -> Table:
        return self._series.table

    @property
    def summary(self) -> str:
        return "Practised topics × what is covered there × what will be recalled on the day."

    @property
    def is_empty(self) -> bool:
        return not self._rounds

    def height_within(self, width_px: float) -> float:
        _ = width_px
        return HEAD_PX + ROW_PX * len(self._rounds)

    def place(self, size: QSizeF) -> Sequence[QRectF]:
        return [
            QRectF(0, HEAD_PX + number * ROW_PX, size.width(), ROW_PX)
            for number in range(len(self._rounds))
        ]

    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        head = QRectF(0, 0, size.width(), LABEL_PX)
        _paint_name(canvas, _name_cell(head), "Round", "", "muted")
        canvas.text(_bar_cell(head), "Ready")
        _paint_parts(canvas, head, ("Topics", "Covered", "Recalled"), "muted")
        for one, area in zip(self._rounds, marks, strict=True):
            name = spelled_out(one.round)
            _paint_name(canvas, _name_cell(area), name, _occasion(one), "text")
            self._paint_bar(canvas, _bar_cell(area), one.readiness)
            topics = f"{one.topics_practised} of {one.topics}"
            parts = (topics, f"{one.coverage:.0%}", f"{one.recall:.0%}")
            _paint_parts(canvas, area, parts, "text")

    def words(self, mark: int) -> str:
        one = self._rounds[mark]
        where = f" at {one.company}" if one.company else ""
        return (
            f"{spelled_out(one.round)}{where} on {long_day(one.held_on)}: {one.readiness:.0%} "
            f"ready. {one.topics_practised} of {one.topics} topics practised; there "
            f"{one.coverage:.0%} covered, {one.recall:.0%} recalled"
        )

    def _paint_bar(self, canvas: Canvas, cell: QRectF, share: float) -> None:
        width = cell.width() - PERCENT_PX
        ground = QRectF(cell.left(), cell.center().y() - BAR_PX / 2, width, BAR_PX)
        canvas.fill(ground, "hover")
        canvas.fill(QRectF(ground.topLeft(), QSizeF(round(width * share), BAR_PX)), "accent")
        number = QRectF(ground.right(), cell.top(), PERCENT_PX, cell.height())
        canvas.text(number, f"{share:.0%}", "text", RIGHT, is_bold=True)


def _occasion(one: RoundReadiness) -> str:
    return f"{one.company}, {short_day(one.held_on)}" if one.company else "if held today"


def _name_cell(row: QRectF) -> QRectF:
    width = round(row.width() * NAME_SHARE) - 12 - INSET_PX
    return QRectF(row.left() + INSET_PX, row.top(), width, row.height())


def _bar_cell(row: QRectF) -> QRectF:
    left = row.left() + round(row.width() * NAME_SHARE)
    return QRectF(left, row.top(), row.right() - 3 * PART_PX - INSET_PX - left, row.height())


def _paint_name(canvas: Canvas, cell: QRectF, name: str, occasion: str, token: str) -> None:
    if not occasion:
        canvas.text(cell, name, token)
        return
    middle = cell.center().y()
    canvas.text(QRectF(cell.left(), middle - LABEL_PX, cell.width(), LABEL_PX), name, token)
    canvas.text(QRectF(cell.left(), middle, cell.width(), LABEL_PX), occasion)


def _paint_parts(canvas: Canvas, row: QRectF, parts: Sequence[str], token: str) -> None:
    for number, part in enumerate(parts):
        right = row.right() - INSET_PX - (len(parts) - 1 - number) * PART_PX
        canvas.text(QRectF(right - PART_PX, row.top(), PART_PX, row.height()), part, token, RIGHT)
