"""What charts with axes share: scales, grid lines and labels."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, floor, log10
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from desktop.ui.charts.canvas import CENTRE, RIGHT, Canvas

LABEL_PX = 16
"""The height of a line of labels."""

VALUES_PX = 40
"""The width of the labels of a vertical scale."""

GAP_PX = 14
"""The least room between two labels of a horizontal scale."""

LONG_MINUTES = 120


class Label(NamedTuple):
    """A text at a place of a horizontal scale."""

    x: float
    text: str


def round_ticks(most: float, count: int) -> list[float]:
    """About so many round values from 0 to at least `most`."""
    rough = max(most, 1.0) / count
    power = 10.0 ** floor(log10(rough))
    step = next(power * one for one in (1, 2, 5, 10) if power * one >= rough * 0.999)
    step = max(1.0, step)
    return [step * number for number in range(ceil(max(most, 1.0) / step - 1e-9) + 1)]


def height_of(value: float, most: float, plot: QRectF) -> float:
    """The y of a value on a scale from 0 to `most`."""
    return plot.bottom() - plot.height() * min(value, most) / most


def paint_values(
    canvas: Canvas, plot: QRectF, ticks: Sequence[float], unit: str = "", beyond_px: float = 0
) -> None:
    """Grid lines across a plot and a bit beyond; their values to the left of them.

    The last tick is the plot's top.
    """
    left, right = plot.left() - beyond_px, plot.right() + beyond_px
    for tick in ticks:
        y = height_of(tick, ticks[-1], plot)
        is_ground = tick == ticks[0]
        canvas.line(
            QPointF(left, y),
            QPointF(right, y),
            "border_strong" if is_ground else "border",
        )
        label = QRectF(0, y - LABEL_PX / 2, left - 6, LABEL_PX)
        canvas.text(label, f"{tick:,.0f}{unit}", align=RIGHT)


def paint_labels(canvas: Canvas, plot: QRectF, labels: Iterable[Label]) -> None:
    """The labels below a plot that have room, from left to right."""
    free_from = -1e9
    for label in labels:
        width = canvas.width_of(label.text) + 2
        left = min(max(label.x - width / 2, plot.left() - 8), plot.right() + 8 - width)
        if left >= free_from:
            area = QRectF(left, plot.bottom() + 4, width, LABEL_PX)
            canvas.text(area, label.text, align=CENTRE)
            free_from = left + width + GAP_PX


def short_day(day: date) -> str:
    """A day within a year: "3 Nov"."""
    return f"{day.day} {day:%b}"


def long_day(day: date) -> str:
    """A day with its year: "3 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def month_name(day: date) -> str:
    """The month, or the year where it begins."""
    return f"{day.year}" if day.month == 1 else f"{day:%b}"


def counted(number: int, thing: str) -> str:
    """A number of things: "1 attempt", "2 attempts"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def spent(minutes: float) -> str:
    """A time: "52 min", or "3 h 20 min" from two hours on."""
    whole = round(minutes)
    return f"{whole} min" if whole < LONG_MINUTES else f"{whole // 60:,} h {whole % 60} min"
