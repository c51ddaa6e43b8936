"""Formulas inside a text document, on their baselines and sharp at any pixel ratio."""

from collections import OrderedDict
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintEngine,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desktop.rendering.formula import Formula, FormulaKey
from desktop.ui.page.block_marks import Mark
from desktop.ui.page.formula_outline import FormulaOutline
from desktop.ui.page.formula_shelf import FormulaShelf

OBJECT = "\ufffc"
MOST_PICTURES = 400
FORMULA_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1


def formula_format(plain: QTextCharFormat, key: FormulaKey) -> QTextCharFormat:
    """The format of the object character that shows a formula, as large and dark as `plain`."""
    made = source_format(plain, key)
    made.setObjectType(FORMULA_TYPE)
    return made


def source_format(plain: QTextCharFormat, key: FormulaKey) -> QTextCharFormat:
    """The format of the source of a formula that has no picture."""
    made = QTextCharFormat(plain)
    made.setProperty(Mark.FORMULA, key.tex)
    made.setProperty(Mark.IS_DISPLAY, key.is_display)
    return made


def strut_format(plain: QTextCharFormat, depth_px: float) -> QTextCharFormat:
    """The format of an object character without width that makes room below the baseline.

    Objects stand on the baseline; only one in the middle of the line reaches below it, by half
    its height less a quarter of the height of an x.
    """
    made = QTextCharFormat(plain)
    made.setObjectType(FORMULA_TYPE)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    x_height_px = QFontMetricsF(plain.font()).xHeight()
    made.setProperty(Mark.ASIDE, True)
    made.setProperty(Mark.STRUT, 2 * depth_px + x_height_px / 2)
    return made


class _Picture(NamedTuple):
    formula: Formula
    colour: str
    size_px: float
    ratio: float


class FormulaObject(QPyTextObject):
    """Measures and draws the formulas of documents."""

    def __init__(self, shelf: FormulaShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._pixmaps: OrderedDict[_Picture, QPixmap] = OrderedDict()

    def intrinsicSize(
        self,
        document: QTextDocument,
        position: int,
        text_format: QTextFormat,
    ) -> QSizeF:
        """The width, and the height above the baseline; on a line of its own all of it."""
        if text_format.hasProperty(Mark.STRUT):
            return QSizeF(0, text_format.doubleProperty(Mark.STRUT))
        formula = self._formula(text_format)
        size_px = _size_px(formula, document, position, text_format)
        is_display = text_format.boolProperty(Mark.IS_DISPLAY)
        height_em = formula.height_em if is_display else formula.ascent_em
        return QSizeF(formula.width_em * size_px, height_em * size_px)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        text_format: QTextFormat,
    ) -> None:
        """Draws a formula with its baseline on a whole pixel, as Qt does with text."""
        if text_format.hasProperty(Mark.STRUT):
            return
        formula = self._formula(text_format)
        size_px = _size_px(formula, document, position, text_format)
        box = QRectF(rect)
        baseline = box.bottom()
        if text_format.boolProperty(Mark.IS_DISPLAY):
            baseline -= formula.depth_em * size_px
        colour = text_format.toCharFormat().foreground().color()
        if painter.paintEngine().type() != QPaintEngine.Type.Raster:
            top = baseline - formula.ascent_em * size_px
            size = QSizeF(formula.width_em, formula.height_em) * size_px
            inked = QRectF(QPointF(box.left(), top), size)
            FormulaOutline(formula).paint(painter, inked, colour)
            return
        ratio = painter.device().devicePixelRatioF()
        picture = _Picture(formula, colour.name(), size_px, ratio)
        pixmap = self._pixmap(picture)
        origin = painter.worldTransform().map(QPointF(box.left(), baseline))
        whole = QPointF(round(origin.x() * ratio), round(origin.y() * ratio)) / ratio
        above = QPointF(0, ceil(formula.ascent_em * size_px * ratio) / ratio)
        shift = whole - origin - above
        painter.drawPixmap(QPointF(box.left(), baseline) + shift, pixmap)

    def _formula(self, text_format: QTextFormat) -> Formula:
        key = _key(text_format)
        formula = self._shelf.find(key)
        if formula is None or formula.fault:
            formula = self._shelf.find_stand_in(key)
        return formula or Formula(width_em=1.0, height_em=1.0, ascent_em=0.7)

    def _pixmap(self, picture: _Picture) -> QPixmap:
        if picture in self._pixmaps:
            self._pixmaps.move_to_end(picture)
            return self._pixmaps[picture]
        formula = picture.formula
        scale = picture.size_px * picture.ratio
        above = ceil(formula.ascent_em * scale)
        below = ceil(formula.depth_em * scale)
        pixmap = QPixmap(ceil(formula.width_em * scale) + 1, above + below + 1)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        top = above - formula.ascent_em * scale
        inked = QRectF(0, top, formula.width_em * scale, formula.height_em * scale)
        FormulaOutline(formula).paint(painter, inked, QColor(picture.colour))
        painter.end()
        pixmap.setDevicePixelRatio(picture.ratio)
        self._pixmaps[picture] = pixmap
        while len(self._pixmaps) > MOST_PICTURES:
            self._pixmaps.popitem(last=False)
        return pixmap


def _key(text_format: QTextFormat) -> FormulaKey:
    return FormulaKey(
        text_format.stringProperty(Mark.FORMULA), text_format.boolProperty(Mark.IS_DISPLAY)
    )


def _size_px(
    formula: Formula, document: QTextDocument, position: int, text_format: QTextFormat
) -> float:
    """The font size of the formula: that of the text, less where the column is too narrow."""
    size_px = float(text_format.toCharFormat().font().pixelSize())
    room_px = document.textWidth() - document.findBlock(position).blockFormat().leftMargin()
    if document.textWidth() <= 0 or formula.width_em * size_px <= room_px:
        return size_px
    return max(1.0, room_px / formula.width_em)
