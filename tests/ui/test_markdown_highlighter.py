"""The colours of Markdown in a real editor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings.folders import find_folders
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.markdown_highlighter import MarkdownHighlighter
from desktop.ui.theme import Theme, load_theme

PYTHON = '```python\nx = """a\nb"""\nreturn x\n```'


@pytest.fixture
def theme() -> Theme:
    return load_theme(find_folders().resources, is_dark=False)


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> MarkdownEditor:
    editor = MarkdownEditor(theme, 16)
    editor.resize(800, 500)
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


@pytest.fixture
def highlighter(editor: MarkdownEditor, theme: Theme) -> MarkdownHighlighter:
    return MarkdownHighlighter(editor, theme)


def format_at(editor: MarkdownEditor, words: str) -> QTextCharFormat:
    """How the first character of `words` is shown."""
    text = editor.toPlainText()
    place = len(text[: text.index(words)].encode("utf-16-le")) // 2
    block = editor.document().findBlock(place)
    shown = QTextCharFormat()
    for one in block.layout().formats():
        if one.start <= place - block.position() < one.start + one.length:
            shown.merge(one.format)
    return shown


def colour_at(editor: MarkdownEditor, words: str) -> str:
    return format_at(editor, words).foreground().color().name()


def type_at_end(editor: MarkdownEditor, text: str) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, text)


def test_markdown_is_coloured_as_it_is_typed(
    editor: MarkdownEditor, highlighter: MarkdownHighlighter, theme: Theme
) -> None:
    editor.set_answer("😀", 2)
    QTest.keyClicks(editor, " so **bold** and $x$")
    assert highlighter.is_idle
    assert format_at(editor, "bold").fontWeight() == 700
    assert colour_at(editor, "**bold") == theme["muted"]
    assert colour_at(editor, "$x") == theme.syntax["math"]
    assert not format_at(editor, "so").hasProperty(QTextCharFormat.Property.ForegroundBrush)


@pytest.mark.usefixtures("highlighter")
def test_an_opened_fence_reaches_down_and_closing_it_ends_it(
    editor: MarkdownEditor, theme: Theme
) -> None:
    editor.set_answer("\n# a\n# b", 0)
    QTest.keyClicks(editor, "~~~")
    assert colour_at(editor, "# b") == theme.syntax["name"]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "~~~")
    assert colour_at(editor, "# b") == theme["muted"]


@pytest.mark.usefixtures("highlighter")
def test_code_has_the_colours_of_its_language(
    qtbot: QtBot, editor: MarkdownEditor, theme: Theme
) -> None:
    editor.set_answer(PYTHON, 0)
    qtbot.waitUntil(lambda: colour_at(editor, "return") == theme.syntax["keyword"])
    assert colour_at(editor, 'b"""') == theme.syntax["string"]
    place = editor.textCursor()
    place.setPosition(editor.toPlainText().index('"""a') + 3)
    editor.setTextCursor(place)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert colour_at(editor, "return") == theme.syntax["string"]


@pytest.mark.usefixtures("highlighter")
def test_long_code_gets_its_colours_too(
    qtbot: QtBot, editor: MarkdownEditor, theme: Theme
) -> None:
    editor.set_answer("```python\n" + "x = 1\n" * 500 + "return 2\n```", 0)
    qtbot.waitUntil(lambda: colour_at(editor, "return") == theme.syntax["keyword"])


def test_a_long_answer_is_coloured_bit_by_bit(
    qtbot: QtBot, editor: MarkdownEditor, highlighter: MarkdownHighlighter, theme: Theme
) -> None:
    text = "Some **bold** words.\n\n" * 3_000 + "# End"
    editor.set_answer(text, len(text))
    assert not highlighter.is_idle
    QApplication.processEvents()
    assert colour_at(editor, "# End") == theme["muted"]
    qtbot.waitUntil(lambda: highlighter.is_idle)
    block = editor.document().findBlockByNumber(5_000)
    assert len(block.layout().formats()) == 3


def test_colours_are_no_edit(
    qtbot: QtBot, editor: MarkdownEditor, highlighter: MarkdownHighlighter, theme: Theme
) -> None:
    told: list[str] = []
    editor.edited.connect(lambda: told.append("edited"))
    editor.textChanged.connect(lambda: told.append("changed"))
    editor.set_answer(f"# A\n\n{PYTHON}\n" + "*a* b\n\n" * 3_000, 0)
    told.clear()
    qtbot.waitUntil(lambda: colour_at(editor, "return") == theme.syntax["keyword"])
    qtbot.waitUntil(lambda: highlighter.is_idle)
    highlighter.set_theme(load_theme(find_folders().resources, is_dark=True))
    qtbot.waitUntil(lambda: highlighter.is_idle)
    assert told == []
    assert not editor.document().isUndoAvailable()
    QTest.keyClicks(editor, "x")
    assert told.count("edited") == 1
    editor.undo()
    assert editor.toPlainText().startswith("# A")
    assert not editor.document().isUndoAvailable()


def test_another_theme_is_shown_at_once(
    editor: MarkdownEditor, highlighter: MarkdownHighlighter
) -> None:
    editor.set_answer("# A `b`", 0)
    dark = load_theme(find_folders().resources, is_dark=True)
    highlighter.set_theme(dark)
    assert colour_at(editor, "A") == dark.syntax["heading"]


def test_what_an_input_method_composes_keeps_its_own_look(
    editor: MarkdownEditor, highlighter: MarkdownHighlighter
) -> None:
    editor.set_answer("ab **bold**", 0)
    place = editor.textCursor()
    place.setPosition(2)
    editor.setTextCursor(place)
    line = QTextCharFormat()
    line.setFontUnderline(True)
    kind = QInputMethodEvent.AttributeType.TextFormat
    composing = QInputMethodEvent("にほ", [QInputMethodEvent.Attribute(kind, 0, 2, line)])
    QApplication.sendEvent(editor, composing)
    shown = editor.document().firstBlock().layout().formats()
    assert (2, 2, True) in [(one.start, one.length, one.format.fontUnderline()) for one in shown]
    assert (5, 8) in [(one.start, one.length) for one in shown]
    committed = QInputMethodEvent()
    committed.setCommitString("日本")
    QApplication.sendEvent(editor, committed)
    assert highlighter.is_idle
    assert format_at(editor, "bold").fontWeight() == 700
    assert not format_at(editor, "日本").fontUnderline()


def test_an_endless_line_is_taken(
    editor: MarkdownEditor, highlighter: MarkdownHighlighter
) -> None:
    editor.set_answer("*a* [ `" * 20_000, 0)
    type_at_end(editor, "x")
    assert highlighter.is_idle
    assert format_at(editor, "*a*").hasProperty(QTextCharFormat.Property.ForegroundBrush)
