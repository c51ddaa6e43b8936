"""Draws a question as a two-line row."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.question_summary import QuestionSummary, Status
from desktop.ui.matched_text import paint_matched, starting_near_match
from desktop.ui.question_rows import (
    GROUP_ROLE,
    MATCH_ROLE,
    STARRED_ROLE,
    SUMMARY_ROLE,
    second_line,
)
from desktop.ui.theme import SMALL_FONT_PX, UI_FONT_PX, Theme

if TYPE_CHECKING:
    from desktop.domain.query_match import Span
    from desktop.services.found_matches import FoundMatch

ROW_HEIGHT_PX = 54
GROUP_HEIGHT_PX = 30
MARGIN_PX = 16
MARK_PX = 4.0
GAP_PX = 8
STAR_PX = 7.0
STAR_TARGET_PX = 28


def row_below_group(item: QRect) -> QRect:
    """The row itself, without the title of a group that stands above it."""
    return item.adjusted(0, item.height() - ROW_HEIGHT_PX, 0, 0)


def star_target(item: QRect) -> QRect:
    """Where a click on a row means its star."""
    row = row_below_group(item)
    target = QRect(0, 0, STAR_TARGET_PX, STAR_TARGET_PX)
    target.moveCenter(QPoint(row.right() - MARGIN_PX - round(STAR_PX) + 2, row.top() + 37))
    return target


def _star_shape() -> QPolygonF:
    """A star of five points around the origin."""
    tips = 5
    corners = []
    for number in range(2 * tips):
        radius = STAR_PX if number % 2 == 0 else STAR_PX * 0.46
        angle = pi * number / tips
        corners.append(QPointF(radius * sin(angle), -radius * cos(angle)))
    return QPolygonF(corners)


class QuestionRowDelegate(QStyledItemDelegate):
    """Title above; status mark, difficulty, minutes and category below.

    Where a row is found by words that its title lacks, the line below shows where they stand.
    """

    def __init__(self, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title_font = QFont(font)
        self._title_font.setPixelSize(UI_FONT_PX)
        self._title_font.setWeight(QFont.Weight.Medium)
        self._small_font = QFont(font)
        self._small_font.setPixelSize(SMALL_FONT_PX)
        self._group_font = QFont(self._small_font)
        self._group_font.setWeight(QFont.Weight.DemiBold)
        self._star = _star_shape()
        self._title_metrics = QFontMetrics(self._title_font)
        self._small_metrics = QFontMetrics(self._small_font)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        head_px = GROUP_HEIGHT_PX if index.data(GROUP_ROLE) else 0
        return QSize(200, ROW_HEIGHT_PX + head_px)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        summary: QuestionSummary = index.data(SUMMARY_ROLE)
        rect: QRect = option.rect
        group: str = index.data(GROUP_ROLE)
        state: QStyle.StateFlag = option.state
        painter.save()
        if group:
            self._paint_group(painter, rect, group)
            rect = row_below_group(rect)
        self._paint_ground(painter, rect, state)
        inner = rect.adjusted(MARGIN_PX, 0, -MARGIN_PX, 0)
        title_line = QRect(inner.left(), rect.top() + 9, inner.width(), 18)
        below = QRect(inner.left(), rect.top() + 29, inner.width(), 16)
        match: FoundMatch | None = index.data(MATCH_ROLE)
        spans = match.title_spans if match else ()
        self._paint_text(painter, title_line, summary.title, "text", is_title=True, spans=spans)
        self._paint_mark(
            painter, QPointF(below.left() + MARK_PX, below.center().y() + 0.5), summary
        )
        below.setLeft(below.left() + round(2 * MARK_PX) + GAP_PX)
        if index.data(STARRED_ROLE) or state & QStyle.StateFlag.State_MouseOver:
            below.setRight(star_target(rect).left())
            self._paint_star(painter, rect, is_starred=bool(index.data(STARRED_ROLE)))
        if match and match.place:
            self._paint_match(painter, below, match)
        else:
            self._paint_text(painter, below, second_line(summary), "muted", is_title=False)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, title: str) -> None:
        line = QRect(rect.left() + MARGIN_PX, rect.top(), rect.width() - 2 * MARGIN_PX, 0)
        line.setHeight(GROUP_HEIGHT_PX - 2)
        painter.setFont(self._group_font)
        painter.setPen(QColor(self._theme["muted"]))
        told = QFontMetrics(self._group_font).elidedText(
            title, Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, told)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme["selected"]))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            if state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(bar, QColor(self._theme["focus"]))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self._theme["hover"]))

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        token: str,
        *,
        is_title: bool,
        spans: "Sequence[Span]" = (),
    ) -> None:
        metrics = self._title_metrics if is_title else self._small_metrics
        painter.setFont(self._title_font if is_title else self._small_font)
        painter.setPen(QColor(self._theme[token]))
        if spans:
            paint_matched(painter, rect, text, spans, QColor(self._theme["match"]))
            return
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_match(self, painter: QPainter, rect: QRect, match: "FoundMatch") -> None:
        """Where the words stand, and the text around them with the first of them in sight."""
        place = f"{match.place}: "
        room = rect.width() - self._small_metrics.horizontalAdvance(place)
        snippet, spans = starting_near_match(
            match.snippet, match.snippet_spans, room, self._small_metrics
        )
        shifted = [(start + len(place), end + len(place)) for start, end in spans]
        self._paint_text(painter, rect, place + snippet, "muted", is_title=False, spans=shifted)

    def _paint_star(self, painter: QPainter, row: QRect, *, is_starred: bool) -> None:
        """A full star, or the outline of one that a click would give."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._theme["accent" if is_starred else "border_strong"])
        painter.setPen(QPen(colour, 1.3, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(colour if is_starred else Qt.BrushStyle.NoBrush)
        painter.translate(QRectF(star_target(row)).center())
        painter.drawPolygon(self._star)
        painter.restore()

    def _paint_mark(self, painter: QPainter, centre: QPointF, summary: QuestionSummary) -> None:
        """A ring for new, a half-filled ring for drafted, a full disc for attempted."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_new = summary.status == Status.NEW
        colour = QColor(self._theme["border_strong" if is_new else "accent"])
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if summary.status == Status.ATTEMPTED else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, MARK_PX - 0.7, MARK_PX - 0.7)
        if summary.status == Status.DRAFTED:
            painter.setBrush(colour)
            radius = MARK_PX - 0.7
            box = QRect(0, 0, round(2 * radius), round(2 * radius))
            box.moveCenter(centre.toPoint())
            painter.drawChord(box, 90 * 16, 180 * 16)
