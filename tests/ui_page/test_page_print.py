from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from desktop.rendering.formula import Formula
from desktop.rendering.render_page import render_markdown
from desktop.rendering.tree_formulas import formulas_in
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_print import print_page
from desktop.ui.page.page_style import PageStyle

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
