from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.rendering.render_page import render_markdown
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_document import PageDocument
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def test_image_comes_from_the_reader_and_fits_the_column(qtbot: QtBot, style: PageStyle) -> None:
    asked: list[str] = []

    def read(name: str) -> bytes | None:
        asked.append(name)
        return picture(2_000, 100)

    view = PageView(style)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.set_page(render_markdown("![wide](wide.png) and words"), read)
    assert asked == ["wide.png"]
    assert "wide" not in view.toPlainText()
    assert view.document().size().width() <= view.viewport().width()
    colours = view.grab().toImage()
    red = [x for x in range(0, 600, 5) if colours.pixelColor(x, 40) == Qt.GlobalColor.red]
    assert len(red) > 50


def test_missing_or_broken_image_shows_its_description(
    qapp: QApplication, style: PageStyle
) -> None:
    answers = {"gone.png": None, "broken.png": b"no picture"}
    document = QTextDocument()
    shelf = FormulaShelf(qapp)
    page_document = PageDocument(document, style, shelf)
    page_document.set_image_reader(answers.__getitem__)
    page_document.show(render_markdown("![one](gone.png) ![two](broken.png)").blocks)
    assert document.toPlainText().strip() == "[one] [two]"
    shelf.deleteLater()


def test_nothing_outside_the_folder_is_asked_for(qtbot: QtBot, style: PageStyle) -> None:
    asked: list[str] = []

    def read(name: str) -> bytes | None:
        asked.append(name)
        return None

    view = PageView(style)
    qtbot.addWidget(view)
    text = (
        "![a](/etc/a.png) ![b](../b.png) ![c](https://example.org/c.png) ![d](d.txt) ![e](x/e.png)"
    )
    view.set_page(render_markdown(text), read)
    assert asked == ["x/e.png"]
