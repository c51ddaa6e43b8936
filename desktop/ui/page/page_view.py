"""The page as a widget."""

from math import ceil
from typing import Any

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import Page
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.inline_writer import FOOTNOTE_TARGET
from desktop.ui.page.page_backdrop import paint_backdrop
from desktop.ui.page.page_document import Change, PageDocument
from desktop.ui.page.page_places import PagePlaces, Place
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_text import selected_text

ARRIVAL_MS = 20
"""Formulas that arrive within this time are written together."""

MOST_AT_ONCE = 400
"""Blocks written before the window is painted again; they take about 50 ms."""

SIDE_EM = 2.0
TOP_EM = 1.5
BOTTOM_EM = 2.0


class PageView(QTextBrowser):
    """Shows a page in a column of readable width; what is clicked is only told, never opened.

    An embedded view has no scroll bars and no margins: it is as high as its page at the width it
    is given, for use inside a scroll area.
    """

    link_chosen = Signal(str)
    """The http, https or mailto address of a link."""
    footnote_chosen = Signal(int)
    """The number of a footnote; an embedded view leaves it to what is around to scroll there."""

    def __init__(
        self,
        style: PageStyle,
        parent: QWidget | None = None,
        *,
        formulas: FormulaShelf | None = None,
        is_embedded: bool = False,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._page = Page()
        self._is_embedded = is_embedded
        self._heights_px: dict[int, int] = {}
        self._formulas = formulas or FormulaShelf(self)
        self._page_document = PageDocument(self.document(), style, self._formulas)
        self._places = PagePlaces(self.document(), self._page_document)
        self._arrived: set[FormulaKey] = set()
        self._arrival = QTimer(self, singleShot=True, interval=ARRIVAL_MS)
        self._arrival.timeout.connect(self._write_arrived)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._show)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_tables)
        self._formulas.formula_put.connect(self._note_formula)
        self.anchorClicked.connect(self._choose)
        self._set_up_frame()
        self._apply_palette()
        self._apply_margins()

    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def set_page(self, page: Page, images: ImageReader = no_images) -> None:
        """Shows `page` from its beginning; `images` reads those of its own folder."""
        self._page = page
        self._page_document.set_image_reader(images)
        self._show()
        self.setTextCursor(QTextCursor(self.document()))  # Qt goes there when the view first shows
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def update_page(self, page: Page) -> None:
        """Shows `page`, an edited form of what is shown; only what differs is written.

        What is at the top of the view stays there.
        """
        if not self._page.blocks:
            self.set_page(page)
            return
        self._page = page
        top = self.place_at_top()
        change = self._show()
        self._scroll_to(self._places.height_of(change.moved(top.block_index)) + top.offset_px)
        self.updateGeometry()

    def _show(self) -> Change:
        """Writes what differs; of very much the beginning, and the rest as time allows."""
        change = self._page_document.show(self._page.blocks, MOST_AT_ONCE)
        if len(self._page_document.blocks) < len(self._page.blocks):
            self._rest.start()
        return change

    def set_style(self, style: PageStyle) -> None:
        """Shows the page in another style at the same place of the text."""
        if style == self._style:
            return
        self._style = style
        self._apply_palette()
        top = self.place_at_top()
        self._page_document.set_style(style)
        self._apply_margins()
        self._fit_column()
        self._return_to(top)
        self.updateGeometry()

    # Places

    def place_at_top(self) -> Place:
        """What is at the top of the view."""
        return self.place_at(self.verticalScrollBar().value())

    def place_at(self, y_px: float) -> Place:
        """What is so far down the page."""
        return self._places.place_at(y_px)

    def height_of(self, index: int, share: float = 0.0) -> float:
        """How far down the page a block starts, or a share of it is done, in pixels."""
        return self._places.height_of(index, share)

    def scroll_to_block(self, index: int, share: float = 0.0) -> None:
        """Brings a block of the page, or the place where a share of it is done, to the top."""
        self._scroll_to(self._places.height_of(index, share))

    def _return_to(self, place: Place) -> None:
        """Brings a place to the top again after its block came to be of another height."""
        self._scroll_to(self.height_of(place.block_index, place.share))

    def height_of_footnote(self, number: int) -> float:
        """How far down the page a footnote starts, in pixels."""
        return self._places.height_of_footnote(number)

    def _scroll_to(self, y_px: float) -> None:
        self.verticalScrollBar().setValue(round(y_px))

    # Formulas

    def _note_formula(self, key: FormulaKey) -> None:
        self._arrived.add(key)
        if not self._arrival.isActive():
            self._arrival.start()

    def _write_arrived(self) -> None:
        top = self.place_at_top()
        self._page_document.write_formulas(self._arrived)
        self._arrived.clear()
        self._scroll_to(self._places.height_of(top.block_index) + top.offset_px)

    def _fit_tables(self) -> None:
        top = self.place_at_top()
        self._page_document.fit_tables()
        self._return_to(top)

    # Size

    def sizeHint(self) -> QSize:
        """As wide as the column; embedded, its height follows from the width it gets."""
        width = round(self._style.column_px) + 2 * self._side_px()
        return QSize(width, self.minimumSizeHint().height() if self._is_embedded else width)

    def minimumSizeHint(self) -> QSize:
        """Small enough for any pane."""
        return QSize(round(self._style.em(12)), round(self._style.em(2)))

    def hasHeightForWidth(self) -> bool:
        """Whether the page's height decides that of the widget."""
        return self._is_embedded

    def heightForWidth(self, width_px: int) -> int:
        """The height of the page in a widget of this width."""
        column_px = max(1, min(width_px - 2 * self._side_px(), round(self._style.column_px)))
        if column_px not in self._heights_px:
            self._heights_px[column_px] = self._measured_height(column_px)
        return self._heights_px[column_px]

    def _measured_height(self, column_px: int) -> int:
        document = self.document()
        shown_px = document.textWidth()
        document.setTextWidth(column_px)
        height_px = ceil(document.size().height())
        document.setTextWidth(shown_px)
        return height_px

    def _measure_anew(self) -> None:
        self._heights_px.clear()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the column at most as wide as is good to read."""
        self._fit_column()
        super().resizeEvent(event)
        self._fitting.start()

    def _fit_column(self) -> None:
        bar = self.verticalScrollBar()
        bar_px = bar.width() if bar.isVisible() else 0
        side_px = self._side_px()
        room_px = self.width() - bar_px - 2 * side_px
        spare_px = max(0, room_px - round(self._style.column_px))
        left_px = 0 if self._is_embedded else spare_px // 2
        self.setViewportMargins(side_px + left_px, 0, side_px + spare_px - left_px, 0)

    def _side_px(self) -> int:
        return 0 if self._is_embedded else round(self._style.em(SIDE_EM))

    # Look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints cards, bars and pills, then the text over them."""
        painter = QPainter(self.viewport())
        offset_px = self.verticalScrollBar().value()
        painter.translate(0, -offset_px)
        visible = QRectF(event.rect()).translated(0, offset_px)
        paint_backdrop(painter, self.document(), self._style, visible)
        painter.end()
        super().paintEvent(event)

    def _set_up_frame(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self._is_embedded:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
            self.document().contentsChanged.connect(self._measure_anew)

    def _apply_margins(self) -> None:
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(0 if self._is_embedded else self._style.em(TOP_EM))
        margins.setBottomMargin(0 if self._is_embedded else self._style.em(BOTTOM_EM))
        frame.setFrameFormat(margins)

    def _apply_palette(self) -> None:
        palette = self.palette()
        background = QColor(self._style.background)
        for role, colour in (
            (QPalette.ColorRole.Base, background),
            (QPalette.ColorRole.Window, background),
            (QPalette.ColorRole.Text, QColor(self._style.text)),
            (QPalette.ColorRole.Link, QColor(self._style.accent)),
            (QPalette.ColorRole.Highlight, QColor(self._style.selection)),
            (QPalette.ColorRole.HighlightedText, QColor(self._style.selection_text)),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)

    # What leaves the page

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text, formulas as TeX."""
        data = QMimeData()
        data.setText(selected_text(self.textCursor()))
        return data

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing: a page reads no file and no address."""
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; embedded, or with Ctrl (zoom), the wheel belongs to what is around."""
        if self._is_embedded or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)

    def _choose(self, target: QUrl) -> None:
        name = target.toString()
        if name.startswith(FOOTNOTE_TARGET):
            number = int(name.removeprefix(FOOTNOTE_TARGET))
            self._scroll_to(self.height_of_footnote(number))
            self.footnote_chosen.emit(number)
        else:
            self.link_chosen.emit(name)
