import os
from pathlib import Path

import pytest
from document_dump import dump
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from desktop.rendering.formula import Formula
from desktop.rendering.render_page import render_markdown
from desktop.rendering.tree_formulas import formulas_in
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_document import PageDocument
from desktop.ui.page.page_style import PageStyle

PAGES = sorted((Path(__file__).parents[1] / "data" / "pages").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_document_is_as_kept(path: Path, style: PageStyle, qapp: QApplication) -> None:
    page = render_markdown(path.read_text(encoding="utf-8"))
    shelf = FormulaShelf(qapp)
    for key in formulas_in(page.blocks):
        shelf.put(key, Formula("<svg/>", 2.0, 1.0, 0.8))
    document = QTextDocument()
    PageDocument(document, style, shelf).show(page.blocks)
    text = "\n".join(dump(document)) + "\n"
    shelf.deleteLater()
    kept = path.with_suffix(".txt")
    if os.environ.get("REMAKE_PAGES"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")
