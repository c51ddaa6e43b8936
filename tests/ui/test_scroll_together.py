from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QHBoxLayout, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.rendering.live_renderer import LiveRenderer
from desktop.settings.folders import find_folders
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.live_page import LivePage
from desktop.ui.page.theme_style import page_style
from desktop.ui.scroll_together import ScrollTogether
from desktop.ui.theme import load_theme

TEXT = "\n\n".join(
    f"## Heading {number}\n\nParagraph {number} with some words.\n\n- one\n- two\n\n```\ncode\n```"
    for number in range(80)
)


class Pair(QWidget):
    """An editor and its preview side by side, rendered at once after each change."""

    def __init__(self) -> None:
        super().__init__()
        theme = load_theme(find_folders().resources, is_dark=False)
        self.editor = MarkdownEditor(theme, 16)
        self.page = LivePage(page_style(theme), FormulaShelf(self))
        self.together = ScrollTogether(self.editor, self.page)
        self.editor.edited.connect(self.together.note_edit)
        self.editor.edited.connect(self.render_text)
        self._renderer = LiveRenderer()
        layout = QHBoxLayout(self)
        layout.addWidget(self.editor)
        layout.addWidget(self.page)
        self.resize(1200, 600)

    def show_text(self, text: str) -> None:
        self.editor.set_answer(text, 0)
        self.render_text()
        # Qt lays the end of a long text out when it has time, or when it is asked for the size.
        assert self.editor.document().size().height() > self.editor.height()
        assert self.page.document().size().height() > self.page.height()

    def render_text(self) -> None:
        self.page.show_text(self._renderer.render(self.editor.toPlainText()))
        self.together.note_page()

    def type_at(self, words: str, typed: str) -> None:
        """Types behind some words of the text, as a person does who went there."""
        found = self.editor.document().find(words)
        found.clearSelection()
        self.editor.setTextCursor(found)
        self.editor.textCursor().insertText(typed)
        self.editor.ensureCursorVisible()

    @property
    def editor_bar(self) -> QScrollBar:
        return self.editor.verticalScrollBar()

    @property
    def page_bar(self) -> QScrollBar:
        return self.page.verticalScrollBar()

    def editor_sees(self, words: str) -> bool:
        return bool(words in _seen(self.editor.cursorForPosition, self.editor.viewport()))

    def page_sees(self, words: str) -> bool:
        return bool(words in _seen(self.page.cursorForPosition, self.page.viewport()))


def _seen(cursor_at: Callable[[QPoint], QTextCursor], viewport: QWidget) -> str:
    first = cursor_at(QPoint(0, 0))
    last = cursor_at(QPoint(viewport.width() - 1, viewport.height() - 1))
    first.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
    return first.selectedText()


@pytest.fixture
def pair(qtbot: QtBot) -> Pair:
    pair = Pair()
    qtbot.addWidget(pair)
    with qtbot.waitExposed(pair):
        pair.show()
    pair.show_text(TEXT)
    return pair


@pytest.mark.parametrize("percent", [0, 10, 35, 50, 80, 100])
def test_preview_shows_what_the_editor_is_scrolled_to(pair: Pair, percent: int) -> None:
    pair.editor_bar.setValue(pair.editor_bar.maximum() * percent // 100)
    number = round(80 * percent / 100)
    near = [f"Heading {each}" for each in (number - 1, number, number + 1)]
    assert any(pair.page_sees(words) and pair.editor_sees(words) for words in near)


def test_both_come_to_both_ends_together(pair: Pair) -> None:
    pair.editor_bar.setValue(pair.editor_bar.maximum())
    assert pair.page_bar.value() == pair.page_bar.maximum()
    pair.editor_bar.setValue(0)
    assert pair.page_bar.value() == 0


def test_footnotes_are_seen_at_the_end_of_the_text(pair: Pair) -> None:
    pair.show_text("See this[^a].\n\n" + TEXT + "\n\n[^a]: The note at the end\n\n")
    pair.editor_bar.setValue(pair.editor_bar.maximum())
    assert pair.page_sees("The note at the end")


def test_editor_follows_where_the_person_scrolls_the_preview(pair: Pair) -> None:
    for _ in range(8):
        pair.page_bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    there = pair.page_bar.value()
    assert there > 0
    seen = [n for n in range(80) if pair.page_sees(f"Heading {n}\u2029")]
    assert any(pair.editor_sees(f"Heading {number}\u2029") for number in seen)
    assert pair.page_bar.value() == there


def test_wheel_over_the_preview_moves_the_editor(pair: Pair) -> None:
    middle = QPointF(pair.page.viewport().rect().center())
    wheel = QWheelEvent(
        middle,
        pair.page.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -1200),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pair.page.viewport(), wheel)
    assert pair.page_bar.value() > 0
    assert pair.editor_bar.value() > 0


def test_page_that_grows_by_itself_does_not_move_the_editor(pair: Pair) -> None:
    pair.editor_bar.setValue(2_000)
    pair.page_bar.setValue(pair.page_bar.value() + 300)
    assert pair.editor_bar.value() == 2_000


def test_typing_in_sight_moves_nothing(pair: Pair) -> None:
    pair.editor_bar.setValue(pair.editor_bar.maximum() // 2)
    number = next(
        n for n in range(80) if pair.editor_sees(f"Paragraph {n} with some words.\u2029")
    )
    before = pair.editor_bar.value(), pair.page_bar.value()
    for key in "a few words":
        pair.type_at(f"Paragraph {number + 1} with", key)
    assert (pair.editor_bar.value(), pair.page_bar.value()) == before


def test_typing_out_of_sight_brings_it_beside_the_cursor(pair: Pair) -> None:
    pair.page_bar.setValue(pair.page_bar.maximum())
    pair.type_at("Paragraph 3 with", " new")
    assert pair.page_sees("Paragraph 3 with new")
    pair.type_at("Paragraph 70 with", " newer")
    assert pair.page_sees("Paragraph 70 with newer")


def test_writing_on_at_the_end_stays_in_sight(pair: Pair) -> None:
    for number in range(40):
        cursor = pair.editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(f"\n\nLine {number} of what comes last")
        pair.editor.setTextCursor(cursor)
        pair.editor.ensureCursorVisible()
        assert pair.page_sees(f"Line {number} of what comes last")


def test_each_goes_its_own_way_when_switched_off(pair: Pair) -> None:
    pair.together.set_on(is_on=False)
    pair.editor_bar.setValue(pair.editor_bar.maximum())
    assert pair.page_bar.value() == 0
    pair.page_bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    assert pair.editor_bar.value() == pair.editor_bar.maximum()
    pair.together.set_on(is_on=True)
    assert pair.page_bar.value() == pair.page_bar.maximum()
