import pytest
from PySide6.QtGui import QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from desktop.rendering.render_page import render_markdown
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView
from desktop.ui.page.table_columns import Span, TableFit, fit_columns

WORDS = ("Regularization", "Interpretability", "Calibration", "overconfident")
TABLE = """| Regularization | Interpretability | Calibration |
|---|---|---|
| a long cell of many short words | another one of short words | often overconfident |
"""


def test_table_with_room_is_left_alone() -> None:
    assert fit_columns([Span(40, 100), Span(40, 180)], 14, 10, 300) == TableFit()


def test_words_stay_whole_and_the_rest_is_shared_out() -> None:
    fit = fit_columns([Span(40, 40), Span(60, 160)], 14, 10, 170)
    assert fit.scale == 1.0
    assert fit.widths_px == (50, 120)


def test_text_gets_smaller_before_words_are_broken() -> None:
    fit = fit_columns([Span(70, 70), Span(70, 70)], 14, 10, 150)
    assert fit.scale == 13 / 14
    assert fit.widths_px == (75, 75)


def test_text_stays_large_enough_to_be_read_and_long_words_are_broken_first() -> None:
    fit = fit_columns([Span(40, 40), Span(300, 300), Span(200, 200)], 16, 10, 160)
    assert fit.scale == 0.75
    assert fit.widths_px == (40, 60, 60)


@pytest.mark.parametrize("room_px", [0, 20, 100, 399])
def test_columns_never_take_more_than_there_is(room_px: int) -> None:
    fit = fit_columns([Span(30, 90), Span(60, 300)], 14, 5, room_px)
    assert sum(fit.widths_px) <= room_px + 0.01


def lines_of(document: QTextDocument) -> list[str]:
    table = next(f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
    lines = []
    for row in range(table.rows()):
        for column in range(table.columns()):
            block = table.cellAt(row, column).firstCursorPosition().block()
            layout = block.layout()
            for line in (layout.lineAt(number) for number in range(layout.lineCount())):
                end = line.textStart() + line.textLength()
                lines.append(block.text()[line.textStart() : end])
    return lines


def test_words_are_whole_at_each_width_of_the_page(qtbot: QtBot, style: PageStyle) -> None:
    view = PageView(style)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    view.set_page(render_markdown(TABLE))
    for width in (900, 520, 440, 700):
        view.resize(width, 400)
        qtbot.wait(1)
        lines = lines_of(view.document())
        assert all(any(word in line for line in lines) for word in WORDS), lines
        assert view.document().size().width() <= view.viewport().width() + 1
