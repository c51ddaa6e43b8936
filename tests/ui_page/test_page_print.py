from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from desktop.rendering.formula import Formula
from desktop.rendering.render_page import render_markdown
from desktop.rendering.tree_formulas import formulas_in
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_document import PageDocument
from desktop.ui.page.page_print import print_page
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.sheet_cuts import pieces_of, sheet_tops

SVG = (
    '<svg viewBox="0 -20 64 32"><path d="M 0 0 L 10 0 Q 10 -10 0 -10 Z" fill="currentColor" />'
    '<path d="M 0 0 L 9 9" stroke-width="2" stroke="red" />'
    '<rect x="0" y="-12" width="20" height="2" fill="currentColor" /></svg>'
)


def printed_sheets(text: str, path: Path, style: PageStyle, application: QApplication) -> int:
    page = render_markdown(text)
    shelf = FormulaShelf(application)
    for key in formulas_in(page.blocks):
        shelf.put(key, Formula(SVG, 2.0, 1.0, 0.6))
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(18, 18, 18, 18))
    count = print_page(page, writer, style, shelf)
    shelf.deleteLater()
    return count


def test_page_is_printed_on_as_many_sheets_as_it_needs(
    tmp_path: Path, style: PageStyle, sample: str, qapp: QApplication
) -> None:
    one = printed_sheets("Short $x$", tmp_path / "short.pdf", style, qapp)
    many = printed_sheets(sample * 3, tmp_path / "long.pdf", style, qapp)
    assert one == 1
    assert many > 3
    assert (tmp_path / "long.pdf").read_bytes().startswith(b"%PDF")


def test_code_that_goes_on_over_sheets_is_printed(
    tmp_path: Path, style: PageStyle, qapp: QApplication
) -> None:
    code = "```python\n" + "x = 1\n" * 200 + "```\n"
    assert printed_sheets("> quote\n\n" + code, tmp_path / "code.pdf", style, qapp) > 2


def laid_out(
    text: str, style: PageStyle, qapp: QApplication
) -> tuple[QTextDocument, PageDocument]:
    document = QTextDocument()
    page = PageDocument(document, style, FormulaShelf(qapp))
    document.setTextWidth(600)
    page.show(render_markdown(text).blocks)
    return document, page


FILLER = "One more paragraph.\n\n" * 9


@pytest.mark.parametrize(
    ("torn", "first_word"),
    [
        ("## Heading\n\nwhat follows", "Heading"),
        ("## Heading\n\n| a | b |\n|---|---|\n| 1 | 2 |", "Heading"),
        ("## Heading\n\n```python\nx = 1\ny = 2\n```", "Heading"),
        ("```python\nfirst = 1\n" + "x = 1\n" * 4 + "```", "first"),
        ("| first | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2, "first"),
    ],
)
def test_what_belongs_together_goes_to_the_next_sheet(
    torn: str, first_word: str, style: PageStyle, qapp: QApplication
) -> None:
    text = FILLER + torn + "\n\n" + FILLER
    document, page = laid_out(text, style, qapp)
    layout = document.documentLayout()
    start = layout.blockBoundingRect(document.find(first_word).block()).top()
    pieces = pieces_of(document, page, style)
    tops = sheet_tops(pieces, document.size().height(), start + 30)
    assert start - 45 < tops[1] <= start
