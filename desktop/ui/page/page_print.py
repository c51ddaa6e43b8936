"""A page on paper or in a PDF file, as it looks on screen."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextDocument,
)

from desktop.rendering.page_tree import Page
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.page_backdrop import paint_backdrop
from desktop.ui.page.page_document import PageDocument
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.sheet_cuts import pieces_of, sheet_tops
from desktop.ui.page.text_formats import SMALL_SCALE

PIXELS_PER_INCH = 96.0
FOOTER_EM = 2.5
"""Height kept free for the footer, the air above it included."""


def print_page(
    page: Page,
    device: QPagedPaintDevice,
    style: PageStyle,
    formulas: FormulaShelf,
    images: ImageReader = no_images,
    footer: str = "",
) -> int:
    """Paints `page` onto the sheets of a printer or PDF writer and gives how many there are.

    Formulas that are not on the shelf appear as their source, so typeset them before. Each sheet
    ends with `footer` and its number. Gives 0 where the device takes no painting.
    """
    document = QTextDocument()
    painter = QPainter()
    if not painter.begin(device):
        return 0
    scale = device.logicalDpiX() / PIXELS_PER_INCH
    paper = QSizeF(device.width(), device.height()) / scale
    room = QSizeF(paper.width(), paper.height() - style.em(FOOTER_EM))
    page_document = PageDocument(document, style, formulas)
    page_document.set_image_reader(images)
    document.setTextWidth(room.width())
    page_document.show(page.blocks)
    height = document.size().height()
    pieces = pieces_of(document, page_document, style)
    tops = sheet_tops(pieces, height, room.height())
    painter.scale(scale, scale)
    for index, (top, end) in enumerate(zip(tops, [*tops[1:], height], strict=True)):
        if index:
            device.newPage()
        _paint_sheet(painter, document, style, QRectF(0, top, room.width(), end - top))
        _paint_footer(painter, style, paper, footer, f"{index + 1} of {len(tops)}")
    painter.end()
    return len(tops)


def _paint_sheet(
    painter: QPainter, document: QTextDocument, style: PageStyle, sheet: QRectF
) -> None:
    painter.save()
    painter.translate(0, -sheet.top())
    painter.setClipRect(sheet)
    paint_backdrop(painter, document, style, sheet)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = sheet
    context.palette.setColor(QPalette.ColorRole.Text, QColor(style.text))
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_footer(
    painter: QPainter, style: PageStyle, paper: QSizeF, footer: str, number: str
) -> None:
    font = QFont(list(style.text_families))
    font.setPixelSize(round(style.em(SMALL_SCALE)))
    metrics = QFontMetricsF(font)
    baseline = paper.height() - metrics.descent()
    number_width = metrics.horizontalAdvance(number)
    room = paper.width() - number_width - style.em(1)
    painter.setFont(font)
    painter.setPen(QColor(style.muted))
    text = metrics.elidedText(footer, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(0, baseline), text)
    painter.drawText(QPointF(paper.width() - number_width, baseline), number)
