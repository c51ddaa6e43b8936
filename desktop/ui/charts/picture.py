"""One picture of progress: where its marks are, how they look, and what each of them says."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt

from desktop.domain.progress_table import Table
from desktop.ui.charts.canvas import Canvas

BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)
AFTER = (Qt.Key.Key_Right, Qt.Key.Key_Down)
NOT_MARKED = "Nothing marked yet. Seal an answer and hold it against the rubric."


class Picture(ABC):
    """Draws one series on a canvas of any size; it knows no widget.

    Within a size, `place` gives the area of each mark in the order of the arrow keys.
    """

    name: str
    title: str
    empty_text: str

    @property
    @abstractmethod
    def table(self) -> Table:
        """The same numbers in rows."""

    @property
    @abstractmethod
    def summary(self) -> str:
        """What it comes to, in one sentence."""

    @property
    @abstractmethod
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""

    @abstractmethod
    def height_within(self, width_px: float) -> float:
        """The least height that is comfortable at a width."""

    @abstractmethod
    def place(self, size: QSizeF) -> Sequence[QRectF]:
        """The areas of the marks."""

    @abstractmethod
    def paint(self, canvas: Canvas, size: QSizeF, marks: Sequence[QRectF]) -> None:
        """Draw everything."""

    @abstractmethod
    def words(self, mark: int) -> str:
        """The numbers behind a mark."""

    def step(self, mark: int, key: Qt.Key) -> int:
        """How far an arrow key moves from a mark."""
        _ = mark
        return 1 if key in AFTER else -1
