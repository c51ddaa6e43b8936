"""Icons from `resources/icons/`, drawn in a colour of the theme."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap


class _IconEngine(QIconEngine):
    """Draws an SVG whose strokes are `currentColor`; the renderer is made at the first paint."""

    def __init__(self, path: Path, colour: str, disabled: str) -> None:
        super().__init__()
        self._path = path
        self._colour = colour
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: object) -> None:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - after the first paint

        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        svg = self._source.replace("currentColor", colour)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _IconEngine(self._path, self._colour, self._disabled)

    @cached_property
    def _source(self) -> str:
        return self._path.read_text(encoding="utf-8")


class Icons:
    """The icon set of one theme."""

    def __init__(self, folder: Path, colour: str, disabled: str) -> None:
        self._folder = folder
        self._colour = colour
        self._disabled = disabled

    def icon(self, name: str, colour: str = "") -> QIcon:
        """The icon of that file name, in the theme's icon colour or another."""
        path = self._folder / f"{name}.svg"
        return QIcon(_IconEngine(path, colour or self._colour, self._disabled))
