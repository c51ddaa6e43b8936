"""A page on paper or in a PDF file, as it looks on screen."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
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

PIXELS_PER_INCH = 96.0


def print_page(
    page: Page,
    device: QPagedPaintDevice,
    style: PageStyle,
    formulas: FormulaShelf,
    images: ImageReader = no_images,
) -> int:
    """Paints `page` onto the sheets of a printer or PDF writer and gives how many there are.

    Formulas that are not on the shelf appear as their source, so typeset them before.
    """
    document = QTextDocument()
    painter = QPainter(device)
    scale = device.logicalDpiX() / PIXELS_PER_INCH
    sheet = QSizeF(device.width(), device.height()) / scale
    page_document = PageDocument(document, style, formulas)
    page_document.set_image_reader(images)
    document.setPageSize(sheet)
    page_document.show(page.blocks)
    painter.scale(scale, scale)
    count = document.pageCount()
    for number in range(count):
        if number:
            device.newPage()
        top_left = QPointF(0, number * sheet.height())
        _paint_sheet(painter, document, style, QRectF(top_left, sheet))
    painter.end()
    return count


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
