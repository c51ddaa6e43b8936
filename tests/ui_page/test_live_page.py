from collections.abc import Iterator

import pytest
from document_dump import dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.rendering.formula import Formula, FormulaKey
from desktop.rendering.live_renderer import LiveRenderer
from desktop.rendering.render_page import render_markdown
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.live_page import LivePage
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

TEXT = """# Title

Words[^n] with a [link][l].

- one
- two

```python
x = 1

y = 2
```

| a | b |
|---|---|
| 1 | 2 |

[^n]: The note.
[l]: https://example.org
"""
LONG = "\n\n".join(f"Paragraph {number}\nof two lines" for number in range(300))


@pytest.fixture
def shelf(qapp: QApplication) -> Iterator[FormulaShelf]:
    shelf = FormulaShelf(qapp)
    yield shelf
    shelf.deleteLater()


class WrittenPage(LivePage):
    """A live page with the renderer that goes with it."""

    def __init__(self, style: PageStyle, formulas: FormulaShelf) -> None:
        super().__init__(style, formulas)
        self._renderer = LiveRenderer()

    def set_text(self, text: str) -> None:
        self.show_text(self._renderer.render(text))


@pytest.fixture
def view(qtbot: QtBot, style: PageStyle, shelf: FormulaShelf) -> WrittenPage:
    view = WrittenPage(style, shelf)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    return view


def top_block(view: PageView) -> str:
    return str(view.page().blocks[view.place_at_top().block_index])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_after_random_edits_the_page_is_that_of_the_text(
    view: WrittenPage, style: PageStyle, qtbot: QtBot, data: st.DataObject
) -> None:
    text = TEXT
    view.set_text(text)
    for _ in range(4):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        typed = data.draw(st.text("ab \n#`-|>$[]^:1.", max_size=8))
        text = text[:start] + typed + text[end:]
        view.set_text(text)
    page = render_markdown(text)
    assert view.page() == page
    fresh = PageView(style)
    qtbot.addWidget(fresh)
    fresh.set_page(page)
    assert dump(view.document()) == dump(fresh.document())


def test_typing_above_the_view_moves_nothing_in_it(view: WrittenPage) -> None:
    view.set_text(LONG)
    view.scroll_to_block(200)
    before = top_block(view)
    view.set_text("New\n\nparagraphs\n\n" + LONG)
    assert top_block(view) == before
    view.set_text(LONG)
    assert top_block(view) == before


def test_lines_of_the_text_and_heights_of_the_page_agree(view: WrittenPage) -> None:
    view.set_text(LONG)
    for line in (0, 3, 150.5, 450, 600):
        assert abs(view.line_at(view.height_of_line(line)) - line) < 1


def test_new_link_target_reaches_the_chunks_that_use_it(view: WrittenPage) -> None:
    view.set_text("See [docs][d].\n\n[d]: https://example.org/one")
    view.set_text("See [docs][d].\n\n[d]: https://example.org/two")
    assert "https://example.org/two" in str(view.page())
    assert "https://example.org/one" not in str(view.page())


def test_last_good_picture_stays_while_a_formula_is_typed(
    view: WrittenPage, shelf: FormulaShelf
) -> None:
    shelf.put(FormulaKey("x^2", is_display=False), Formula("<svg/>", 2.0, 1.0, 0.8))
    view.set_text("So $x^2$ it is")
    view.set_text("So $x^23$ it is")
    assert "x^23" not in view.toPlainText()
    shelf.put(FormulaKey("x^23", is_display=False), Formula(fault="it is not complete"))
    view.set_text("So $x^23$ it is.")
    assert "x^23" in view.toPlainText()


def test_the_first_line_is_at_the_very_top_and_the_rest_follows_without_a_jump(
    view: WrittenPage,
) -> None:
    view.set_text(LONG)
    assert view.height_of_line(0) == 0
    assert 0 < view.height_of_line(0.1) < 10
    assert view.line_at(0) == 0
