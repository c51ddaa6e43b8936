from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.rendering.render_page import render_markdown
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

LONG = "\n\n".join(
    f"Paragraph {number} of some length, so that it fills lines." for number in range(200)
)


@pytest.fixture
def view(qtbot: QtBot, style: PageStyle) -> PageView:
    view = PageView(style)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def column_width(view: PageView) -> int:
    return view.viewport().width()


def test_text_column_is_never_wider_than_the_style_says(view: PageView, style: PageStyle) -> None:
    view.resize(1600, 600)
    assert column_width(view) == round(style.column_px)
    view.resize(500, 600)
    assert column_width(view) < 500


def test_link_is_told_and_not_opened(view: PageView, qtbot: QtBot) -> None:
    view.set_page(render_markdown("[docs](https://example.org/a)"))
    with qtbot.waitSignal(view.link_chosen) as told:
        view.anchorClicked.emit(QUrl("https://example.org/a"))
    assert told.args == ["https://example.org/a"]
    assert "docs" in view.toPlainText()


def test_footnote_mark_tells_its_number(view: PageView, qtbot: QtBot) -> None:
    view.set_page(render_markdown("Word[^a]\n\n[^a]: Note"))
    with qtbot.waitSignal(view.footnote_chosen) as told:
        view.anchorClicked.emit(QUrl("#note-1"))
    assert told.args == [1]


def test_page_reads_no_file(view: PageView, tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("secret")
    address = QUrl.fromLocalFile(str(file))
    assert view.loadResource(QTextDocument.ResourceType.HtmlResource.value, address) is None


def test_new_style_keeps_the_place(view: PageView, style: PageStyle) -> None:
    view.set_page(render_markdown(LONG))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = view.cursorForPosition(QPoint(5, 5)).block().text()
    view.set_style(style.zoomed(1.5))
    after = view.cursorForPosition(QPoint(5, 5)).block().text()
    numbers = [int(text.split()[1]) for text in (before, after) if text]
    assert all(abs(number - 100) < 12 for number in numbers)


def test_new_style_leaves_the_beginning_at_the_top(view: PageView, style: PageStyle) -> None:
    view.set_page(render_markdown(LONG))
    view.set_style(style.zoomed(1.5))
    assert view.verticalScrollBar().value() == 0


def test_embedded_view_is_as_high_as_its_page(qtbot: QtBot, style: PageStyle) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    inside = QWidget()
    layout = QVBoxLayout(inside)
    view = PageView(style, is_embedded=True)
    view.set_page(render_markdown(LONG))
    layout.addWidget(view)
    layout.addStretch(1)
    area.setWidget(inside)
    qtbot.addWidget(area)
    area.resize(600, 400)
    area.show()
    qtbot.waitUntil(lambda: view.height() == round(view.document().size().height()))
    long_height = view.height()
    assert view.verticalScrollBar().maximum() == 0
    assert view.heightForWidth(300) > view.heightForWidth(600)
    view.set_page(render_markdown("short"))
    qtbot.waitUntil(lambda: view.height() < long_height / 10)


def test_copying_gives_markers_and_tex(view: PageView) -> None:
    view.set_page(render_markdown("- one $x^2$\n- [x] two `code`\n\n1. three\n\n$$\na+b\n$$"))
    cursor = view.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    view.setTextCursor(cursor)
    lines = view.createMimeDataFromSelection().text().rstrip().splitlines()
    assert lines == ["- one $x^2$", "- [x] two code", "", "1. three", "", "$$a+b$$"]


def test_view_paints_every_kind_of_block(view: PageView, sample: str) -> None:
    view.set_page(render_markdown(sample))
    for position in range(0, view.verticalScrollBar().maximum(), 300):
        view.verticalScrollBar().setValue(position)
        assert not view.grab().isNull()


def test_very_long_page_is_written_to_its_end(view: PageView, qtbot: QtBot) -> None:
    text = "\n\n".join(f"Paragraph {number}" for number in range(2_000))
    view.set_page(render_markdown(text))
    assert "Paragraph 100\n" in view.toPlainText()
    qtbot.waitUntil(lambda: "Paragraph 1999" in view.toPlainText())
    view.update_page(render_markdown(text.replace("Paragraph 1000", "Changed")))
    assert "Changed" in view.toPlainText()
    assert "Paragraph 1999" in view.toPlainText()
