"""Images inside a text document, read only through the reader the page was given."""

from collections.abc import Callable

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desktop.ui.page.block_marks import Mark

IMAGE_TYPE = QTextFormat.ObjectTypes.UserObject.value + 2
LARGEST_PX = 4_096
"""Images are read no larger than this in either direction."""

HIGHEST_EM = 30.0

ImageReader = Callable[[str], bytes | None]
"""Gives the bytes of an image by its name in the question's folder, None if there is none."""


def no_images(_name: str) -> bytes | None:
    """The reader of a page that has no folder."""
    return None


class ImageObject(QPyTextObject):
    """Finds, measures and draws the images of a document."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader: ImageReader = no_images
        self._images: dict[str, QImage] = {}

    def set_reader(self, reader: ImageReader) -> bool:
        """Reads images by `reader` from now on; whether any were read by another before."""
        if reader == self._reader:
            return False
        had_images = bool(self._images)
        self._reader = reader
        self._images.clear()
        return had_images

    def find(self, name: str) -> QImage | None:
        """The image of a name; None if there is none or it cannot be read."""
        if name not in self._images:
            data = self._reader(name)
            self._images[name] = _read(data) if data else QImage()
        image = self._images[name]
        return None if image.isNull() else image

    def intrinsicSize(
        self, document: QTextDocument, position: int, text_format: QTextFormat
    ) -> QSizeF:
        """The size of the image, less where the column is too narrow or it is too high."""
        image = self.find(text_format.stringProperty(Mark.IMAGE))
        if image is None:
            return QSizeF()
        room_px = document.textWidth() - document.findBlock(position).blockFormat().leftMargin()
        high_px = HIGHEST_EM * text_format.toCharFormat().font().pixelSize()
        size = QSizeF(image.size())
        scale = min(1.0, max(1.0, room_px) / size.width(), high_px / size.height())
        return size * scale

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,  # noqa: ARG002 - Qt's protocol
        position: int,  # noqa: ARG002 - as above
        text_format: QTextFormat,
    ) -> None:
        """Draws the image into its place."""
        image = self.find(text_format.stringProperty(Mark.IMAGE))
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(rect), image)


def image_format(plain: QTextCharFormat, name: str) -> QTextCharFormat:
    """The format of the object character that shows an image."""
    made = QTextCharFormat(plain)
    made.setObjectType(IMAGE_TYPE)
    made.setProperty(Mark.IMAGE, name)
    return made


def _read(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    largest = QSize(LARGEST_PX, LARGEST_PX)
    if max(size.width(), size.height()) > LARGEST_PX:
        reader.setScaledSize(size.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
