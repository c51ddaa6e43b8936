from collections.abc import Iterator

import pytest
from document_dump import dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from desktop.rendering.formula import Formula, FormulaKey
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_document import Change, PageDocument
from desktop.ui.page.page_style import PageStyle

PIECES = (
    "Words with `code`, *emphasis* and $x$.",
    "Other words",
    "# Heading",
    "## Lower heading",
    "- one\n- two\n  - nested `pill`",
    "1. first\n\n   second paragraph\n2. next",
    "- [x] done\n- [ ] open",
    "> quoted\n>\n> > deeper",
    "```python\nx = 1\n\ny = 2\n```",
    "```\nplain\n```",
    "| a | b |\n|:--|--:|\n| 1 | $y$ |",
    "- item\n\n  | c |\n  |---|\n  | 3 |\n\n  after",
    "- - twice",
    "> | d |\n> |---|\n> | 4 |",
    "---",
    "Term\n: Meaning",
    "$$\nz^2\n$$",
    "Note[^a]\n\n[^a]: The note.",
    ">",
    "-",
)
PAGES = st.lists(st.sampled_from(PIECES), max_size=7).map("\n\n".join)


@pytest.fixture
def shelf(qapp: QApplication) -> Iterator[FormulaShelf]:
    shelf = FormulaShelf(qapp)
    yield shelf
    shelf.deleteLater()


def fresh(page: Page, style: PageStyle, shelf: FormulaShelf) -> list[str]:
    document = QTextDocument()
    PageDocument(document, style, shelf).show(page.blocks)
    return dump(document)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(PAGES, min_size=2, max_size=6))
def test_after_any_edits_the_document_equals_a_fresh_one(
    texts: list[str], style: PageStyle, shelf: FormulaShelf
) -> None:
    document = QTextDocument()
    page_document = PageDocument(document, style, shelf)
    for text in texts:
        page = render_markdown(text)
        page_document.show(page.blocks)
        assert dump(document) == fresh(page, style, shelf)


def test_only_the_edited_block_is_written(style: PageStyle, shelf: FormulaShelf) -> None:
    document = QTextDocument()
    page_document = PageDocument(document, style, shelf)
    page_document.show(render_markdown("One\n\nTwo\n\nThree").blocks)
    assert page_document.show(render_markdown("One\n\nTwo!\n\nThree").blocks) == Change(1, 1, 1)
    assert page_document.show(render_markdown("One\n\nTwo!\n\nThree").blocks) == Change(3, 0, 0)
    assert page_document.show(render_markdown("One\n\nThree").blocks) == Change(1, 1, 0)
    assert page_document.show(render_markdown("One\n\nThree\n\nFour").blocks) == Change(2, 0, 1)
    assert document.toPlainText().split() == ["One", "Three", "Four"]


def test_formula_is_written_when_it_arrives(style: PageStyle, shelf: FormulaShelf) -> None:
    document = QTextDocument()
    page_document = PageDocument(document, style, shelf)
    page_document.show(render_markdown("Before\n\nA formula $x^2$ here\n\nAfter").blocks)
    assert "x^2" in document.toPlainText()
    key = FormulaKey("x^2", is_display=False)
    shelf.put(key, Formula("<svg/>", 2.0, 1.0, 0.8))
    page_document.write_formulas({key})
    assert "x^2" not in document.toPlainText()
    assert "A formula" in document.toPlainText()
    page = render_markdown("Before\n\nA formula $x^2$ here\n\nAfter")
    assert dump(document) == fresh(page, style, shelf)


def test_broken_formula_shows_its_source_and_what_is_wrong(
    style: PageStyle, shelf: FormulaShelf
) -> None:
    shelf.put(FormulaKey(r"\frac{a", is_display=False), Formula(fault="a { is not closed"))
    document = QTextDocument()
    PageDocument(document, style, shelf).show(render_markdown(r"So $\frac{a$ it is").blocks)
    assert r"\frac{a" in document.toPlainText()
    assert "a { is not closed" in document.toPlainText()


def test_new_style_equals_a_fresh_document(style: PageStyle, shelf: FormulaShelf) -> None:
    page = render_markdown("\n\n".join(PIECES))
    document = QTextDocument()
    page_document = PageDocument(document, style, shelf)
    page_document.show(page.blocks)
    page_document.set_style(style.zoomed(1.5))
    assert dump(document) == fresh(page, style.zoomed(1.5), shelf)
