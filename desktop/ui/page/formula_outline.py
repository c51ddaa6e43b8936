"""The outlines of a formula, painted in any size and colour."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.rendering.formula import Formula

_ELEMENT = re.compile(r"<(path|rect) ([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_VIEW = re.compile(r'viewBox="([^"]*)"')
_STEP = re.compile(r"([MLQCZ])([^MLQCZ]*)")


class _Shape(NamedTuple):
    path: QPainterPath
    fill: str
    stroke: str
    stroke_width: float


class FormulaOutline:
    """A formula as shapes.

    Qt's own SVG painter gives every shape a hairline in PDF files, which makes letters bold.
    """

    def __init__(self, formula: Formula) -> None:
        view = _VIEW.search(formula.svg)
        self._view = QRectF(*map(float, view[1].split())) if view else QRectF(0, 0, 1, 1)
        self._shapes = list(_shapes(formula.svg))

    def paint(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """Paints the formula into `box`; `colour` is that of all that has none of its own."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        painter.scale(box.width() / self._view.width(), box.height() / self._view.height())
        painter.translate(-self._view.topLeft())
        for shape in self._shapes:
            if shape.fill != "none":
                painter.fillPath(shape.path, _colour(shape.fill, colour))
            if shape.stroke != "none":
                pen = QPen(_colour(shape.stroke, colour), shape.stroke_width)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.strokePath(shape.path, pen)
        painter.restore()


def _colour(name: str, plain: QColor) -> QColor:
    return plain if name == "currentColor" else QColor(name)


def _shapes(svg: str) -> Iterator[_Shape]:
    for kind, text in _ELEMENT.findall(svg):
        attributes = dict(_ATTRIBUTE.findall(text))
        path = _path(attributes["d"]) if kind == "path" else _rectangle(attributes)
        stroke = attributes.get("stroke", "none")
        fill = attributes.get("fill", "none" if stroke != "none" else "currentColor")
        yield _Shape(path, fill, stroke, float(attributes.get("stroke-width", 1)))


def _rectangle(attributes: dict[str, str]) -> QPainterPath:
    path = QPainterPath()
    path.addRect(*(float(attributes[name]) for name in ("x", "y", "width", "height")))
    return path


def _path(steps: str) -> QPainterPath:
    """The path of SVG's absolute steps, of which the typesetter uses these five."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for step, text in _STEP.findall(steps):
        numbers = [float(number) for number in text.split()]
        if step == "M":
            path.moveTo(*numbers)
        elif step == "L":
            path.lineTo(*numbers)
        elif step == "Q":
            path.quadTo(*numbers)
        elif step == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path
