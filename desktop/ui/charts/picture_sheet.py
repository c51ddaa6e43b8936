"""One picture, or all of them on a page, as a file."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from desktop.ui.charts.axes import LABEL_PX
from desktop.ui.charts.canvas import Canvas, chart_font
from desktop.ui.charts.picture import Picture
from desktop.ui.theme import Theme

SCALE = 2
DOTS_PER_INCH = 96
"""Those of CSS, in which an SVG's pixels are counted."""

MARGIN_PX = 24.0
GUTTER_PX = 32.0
COLUMN_PX = 600.0
WIDE_PX = 2 * COLUMN_PX + GUTTER_PX
HEAD_PX = 2 * LABEL_PX + 12
EMPTY_PX = 2 * LABEL_PX


class _Block(NamedTuple):
    """A picture with its title and summary, and where it stands."""

    picture: Picture
    area: QRectF


class PictureSheet:
    """One picture with its title, or several on a page that has one itself."""

    def __init__(self, title: str, told: str, pictures: Sequence[Picture], theme: Theme) -> None:
        self._title = title
        self._told = told
        self._theme = theme
        self._blocks = _set_out(pictures)
        right = max(block.area.right() for block in self._blocks)
        bottom = max(block.area.bottom() for block in self._blocks)
        self._size = QSize(round(right + MARGIN_PX), round(bottom + MARGIN_PX))

    def png(self) -> bytes:
        """The sheet as an image of two dots a pixel."""
        image = QImage(self._size * SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SCALE)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        return _bytes_of(buffer)

    def svg(self) -> bytes:
        """The sheet as a drawing whose texts are text."""
        from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - when one is asked for

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self._size)
        generator.setViewBox(QRectF(QPointF(), QSizeF(self._size)))
        generator.setResolution(DOTS_PER_INCH)
        generator.setTitle(self._title)
        painter = QPainter(generator)
        painter.setFont(chart_font())
        self._paint(painter)
        painter.end()
        return _bytes_of(buffer)

    def _paint(self, painter: QPainter) -> None:
        canvas = Canvas(painter, self._theme)
        painter.fillRect(QRectF(QPointF(), QSizeF(self._size)), QColor(self._theme["surface"]))
        if len(self._blocks) > 1:
            line = QRectF(MARGIN_PX, MARGIN_PX, WIDE_PX, LABEL_PX)
            canvas.text(line, self._title, "text", is_bold=True)
            canvas.text(line.translated(0, LABEL_PX), self._told)
        for picture, area in self._blocks:
            painter.save()
            painter.translate(area.topLeft())
            line = QRectF(0, 0, area.width(), LABEL_PX)
            canvas.text(line, picture.title, "text", is_bold=True)
            told = picture.empty_text if picture.is_empty else picture.summary
            canvas.text(line.translated(0, LABEL_PX), told)
            if not picture.is_empty:
                painter.translate(0, HEAD_PX)
                size = QSizeF(area.width(), area.height() - HEAD_PX)
                picture.paint(canvas, size, picture.place(size))
            painter.restore()


def _set_out(pictures: Sequence[Picture]) -> list[_Block]:
    """A wide picture above, the others in pairs below it."""
    if len(pictures) == 1:
        return [_block(pictures[0], MARGIN_PX, MARGIN_PX, COLUMN_PX)]
    top = MARGIN_PX + HEAD_PX + MARGIN_PX
    blocks = [_block(pictures[0], MARGIN_PX, top, WIDE_PX)]
    for number in range(1, len(pictures), 2):
        top = max(block.area.bottom() for block in blocks) + GUTTER_PX
        for place, picture in enumerate(pictures[number : number + 2]):
            left = MARGIN_PX + place * (COLUMN_PX + GUTTER_PX)
            blocks.append(_block(picture, left, top, COLUMN_PX))
    return blocks


def _block(picture: Picture, left: float, top: float, width: float) -> _Block:
    height = EMPTY_PX if picture.is_empty else HEAD_PX + picture.height_within(width)
    return _Block(picture, QRectF(left, top, width, height))


def _bytes_of(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
