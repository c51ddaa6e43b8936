"""What is painted behind the text of a page: cards, bars, pills, rules and list markers."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
)

from desktop.ui.page.block_marks import CardEdge, Mark, Marker, bars_of, is_pill, markers_of
from desktop.ui.page.inline_writer import PILL_PADDING_EM
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_writer import CARD_PADDING_EM, LABEL_EM
from desktop.ui.page.text_formats import TINY_SCALE

CARD_RADIUS_EM = 0.45
LABEL_TOP_EM = 0.6
PILL_RADIUS_EM = 0.28
BAR_EM = 0.2
BULLET_EM = 0.34
BOX_EM = 0.9
MARKER_ROOM_EM = 0.6
X_HEIGHT_EM = 0.55
CAP_HEIGHT_EM = 0.73

_BULLETS = ("disc", "circle", "square")
_BOXES = ("done", "open")


def paint_backdrop(
    painter: QPainter, document: QTextDocument, style: PageStyle, visible: QRectF
) -> None:
    """Paints what lies behind the blocks of `document` that `visible` meets.

    `visible` and the painter are in the document's pixels.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    backdrop = _Backdrop(painter, document, style)
    card_end = -1
    for block in _visible_blocks(document, visible):
        if block.position() > card_end and block.blockFormat().hasProperty(Mark.CARD):
            card_end = backdrop.paint_card(block)
        backdrop.paint_block(block)
    painter.restore()


def _visible_blocks(document: QTextDocument, visible: QRectF) -> Iterator[QTextBlock]:
    layout = document.documentLayout()
    position = layout.hitTest(QPointF(0, visible.top()), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, position))
    if block.previous().isValid():
        block = block.previous()
    while block.isValid() and layout.blockBoundingRect(block).top() <= visible.bottom():
        yield block
        block = block.next()


class _Backdrop:
    def __init__(self, painter: QPainter, document: QTextDocument, style: PageStyle) -> None:
        self._painter = painter
        self._layout = document.documentLayout()
        self._width_px = document.textWidth()
        self._style = style

    def paint_block(self, block: QTextBlock) -> None:
        """Paints bars, markers, rule and pills of one block."""
        block_format = block.blockFormat()
        if block_format.hasProperty(Mark.BARS):
            self._paint_bars(block)
        if block_format.hasProperty(Mark.MARKERS):
            for marker in markers_of(block_format):
                self._paint_marker(block, marker)
        if block_format.hasProperty(Mark.RULE):
            self._paint_rule(block)
        for text_format in block.textFormats():
            if is_pill(text_format.format):
                self._paint_pill(block, text_format)

    def paint_card(self, block: QTextBlock) -> int:
        """Paints the card of a code block from any of its lines; gives where its last line is."""
        first = last = block
        while not first.blockFormat().intProperty(Mark.CARD_EDGE) & CardEdge.TOP:
            first = first.previous()
        while not last.blockFormat().intProperty(Mark.CARD_EDGE) & CardEdge.BOTTOM:
            last = last.next()
        style = self._style
        padding_px = style.em(CARD_PADDING_EM)
        label = first.blockFormat().stringProperty(Mark.LABEL)
        label_px = style.em(LABEL_EM) if label else 0.0
        left = first.blockFormat().doubleProperty(Mark.CARD)
        top = self._top(first) - padding_px - label_px
        bottom = self._bottom(last) + padding_px
        card = QRectF(left, top, self._width_px - left, bottom - top)
        self._painter.setPen(QPen(QColor(style.border), 1))
        self._painter.setBrush(QColor(style.code_background))
        radius = style.em(CARD_RADIUS_EM)
        self._painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if label:
            self._paint_label(label, QPointF(left + padding_px, top + style.em(LABEL_TOP_EM)))
        return last.position()

    def _paint_label(self, label: str, top_left: QPointF) -> None:
        font = self._font(TINY_SCALE)
        metrics = QFontMetricsF(font)
        room_px = self._width_px - 2 * top_left.x()
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._style.muted))
        text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, max(0.0, room_px))
        self._painter.drawText(top_left + QPointF(0, metrics.ascent()), text)

    def _paint_bars(self, block: QTextBlock) -> None:
        block_format = block.blockFormat()
        following = block.next()
        bottom = self._bottom(block)
        if block_format.intProperty(Mark.CARD_EDGE) & CardEdge.BOTTOM:
            bottom += self._style.em(CARD_PADDING_EM)
        table = QTextCursor(following).currentTable()
        if table is not None and table != QTextCursor(block).currentTable():
            bottom = self._layout.frameBoundingRect(table).bottom()
        joined = 0
        if following.blockFormat().hasProperty(Mark.BARS):
            joined = following.blockFormat().intProperty(Mark.NEW_BARS)
        for index, left in enumerate(bars_of(block_format)):
            bar = QRectF(left, self._top(block), self._style.em(BAR_EM), 0)
            bar.setBottom(self._top(following) if index < joined else bottom)
            if block_format.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(self._width_px - left)
            self._painter.fillRect(bar.toAlignedRect(), QColor(self._style.quote_bar))

    def _paint_rule(self, block: QTextBlock) -> None:
        left = block.blockFormat().doubleProperty(Mark.RULE)
        middle = round(self._top(block) + block.blockFormat().lineHeight() / 2)
        line = QRectF(left, middle, self._width_px - left, 1)
        self._painter.fillRect(line, QColor(self._style.border))

    def _paint_marker(self, block: QTextBlock, marker: Marker) -> None:
        line = block.layout().lineAt(0)
        baseline = self._layout.blockBoundingRect(block).top() + line.y() + line.ascent()
        if block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mirrored_px = self._width_px - marker.right_px + self._style.em(MARKER_ROOM_EM)
            marker = marker._replace(right_px=mirrored_px)
        scale = block.charFormat().font().pixelSize() / self._style.text_size_px
        if marker.kind in _BULLETS:
            self._paint_bullet(marker, baseline)
        elif marker.kind in _BOXES:
            self._paint_box(marker, baseline)
        else:
            self._paint_number(marker, baseline, min(scale, 1.0))

    def _paint_number(self, marker: Marker, baseline: float, scale: float) -> None:
        font = self._font(scale)
        width_px = QFontMetricsF(font).horizontalAdvance(marker.kind)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._style.muted))
        self._painter.drawText(QPointF(marker.right_px - width_px, baseline), marker.kind)

    def _paint_bullet(self, marker: Marker, baseline: float) -> None:
        size_px = self._style.text_size_px * BULLET_EM
        middle = baseline - self._style.text_size_px * X_HEIGHT_EM / 2
        shape = QRectF(0, 0, size_px, size_px)
        shape.moveCenter(QPointF(marker.right_px - size_px / 2, middle))
        colour = QColor(self._style.muted)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        if marker.kind == "disc":
            self._painter.drawEllipse(shape)
        elif marker.kind == "square":
            self._painter.drawRect(shape.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(colour, self._style.text_size_px / 14))
            self._painter.drawEllipse(shape)

    def _paint_box(self, marker: Marker, baseline: float) -> None:
        size_px = self._style.em(BOX_EM)
        middle = baseline - self._style.text_size_px * CAP_HEIGHT_EM / 2
        box = QRectF(marker.right_px - size_px, round(middle - size_px / 2), size_px, size_px)
        radius = size_px / 5
        pen_px = max(1.0, self._style.text_size_px / 12)
        is_done = marker.kind == "done"
        colour = QColor(self._style.accent if is_done else self._style.muted)
        self._painter.setPen(QPen(colour, pen_px))
        self._painter.setBrush(colour if is_done else Qt.BrushStyle.NoBrush)
        inset = pen_px / 2
        self._painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        if is_done:
            tick = QPen(QColor(self._style.background), pen_px * 1.2)
            tick.setCapStyle(Qt.PenCapStyle.RoundCap)
            tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self._painter.setPen(tick)
            corners = ((0.25, 0.53), (0.43, 0.71), (0.76, 0.32))
            self._painter.drawPolyline(
                [box.topLeft() + QPointF(x * size_px, y * size_px) for x, y in corners]
            )

    def _paint_pill(self, block: QTextBlock, run: QTextLayout.FormatRange) -> None:
        layout = block.layout()
        start, length = run.start, run.length
        origin = self._layout.blockBoundingRect(block).topLeft()
        reach_px = self._style.em(PILL_PADDING_EM)
        metrics = QFontMetricsF(run.format.font())
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._style.code_background))
        first_line = layout.lineForTextPosition(start).lineNumber()
        last_line = layout.lineForTextPosition(start + length - 1).lineNumber()
        for number in range(first_line, last_line + 1):
            line = layout.lineAt(number)
            line_end = line.textStart() + line.textLength()
            left = _x_at(line, max(start, line.textStart()))
            right = _x_at(line, min(start + length, line_end))
            baseline = line.y() + line.ascent()
            pill = QRectF(left, baseline - metrics.ascent(), right - left, metrics.height())
            pill.translate(origin.x(), origin.y())
            pill.adjust(-reach_px if number == first_line else 0, 0, 0, 0)
            radius = self._style.em(PILL_RADIUS_EM)
            self._painter.drawRoundedRect(pill, radius, radius)

    def _font(self, scale: float) -> QFont:
        font = QFont()
        font.setFamilies(list(self._style.text_families))
        font.setPixelSize(round(scale * self._style.text_size_px))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _top(self, block: QTextBlock) -> float:
        return self._layout.blockBoundingRect(block).top()

    def _bottom(self, block: QTextBlock) -> float:
        return self._layout.blockBoundingRect(block).bottom()


def _x_at(line: QTextLine, position: int) -> float:
    """Where a position of a line is; PySide gives the position back with it."""
    x_px, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x_px
