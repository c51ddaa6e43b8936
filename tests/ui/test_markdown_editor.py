from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.inline_marks import toggle_bold
from desktop.domain.markdown_lines import scan_lines
from desktop.settings.folders import find_folders
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.theme import load_theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def editor(qtbot: QtBot, window: QWidget) -> Iterator[MarkdownEditor]:
    theme = load_theme(find_folders().resources, is_dark=False)
    editor = MarkdownEditor(theme, 16)
    QVBoxLayout(window).addWidget(editor)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    editor.setFocus()
    yield editor
    QApplication.clipboard().clear()


def types(editor: MarkdownEditor, text: str) -> None:
    for character in text:
        if character == "\n":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(editor, character)


def selects(editor: MarkdownEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def pastes(editor: MarkdownEditor, text: str, html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Paste))


def composes(editor: MarkdownEditor, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("- one\ntwo\n\nend", "- one\n- two\nend"),
        ("1. one\ntwo", "1. one\n2. two"),
        ("- [ ] do\nmore", "- [ ] do\n- [ ] more"),
        ("> say\nmore", "> say\n> more"),
        ("f(x)", "f(x)"),
        ("f((a) b)", "f((a) b)"),
        ("a [link](to)", "a [link](to)"),
        ('she said "so"', 'she said "so"'),
        ("`code` and $x^2$", "`code` and $x^2$"),
        ("it costs $5 or $ 6", "it costs $5 or $ 6"),
        ("$$\nx\n", "$$\nx\n\n$$"),
        ("$$\nx\n$$\nend", "$$\nx\n$$\nend"),
        ("```python\nx = [1]\n```", "```python\nx = [1]\n```"),
        ("*bold* don't _x_", "*bold* don't _x_"),
        ("| not", "| not"),
    ],
)
def test_typing_gives_what_was_meant(editor: MarkdownEditor, keys: str, text: str) -> None:
    types(editor, keys)
    assert editor.toPlainText() == text


def test_prose_with_math_and_code_comes_out_as_it_is_typed(editor: MarkdownEditor) -> None:
    for text in prose_lines():
        editor.set_answer("", 0)
        QTest.keyClicks(editor, text)
        assert editor.toPlainText() == text


def prose_lines() -> list[str]:
    """The lines of shipped questions that say most with brackets and marks."""
    files = sorted(find_folders().shipped_questions.rglob("*.md"))
    lines = [line for file in files for line in scan_lines(file.read_text(encoding="utf-8"))]
    texts = {line.text.strip() for line in lines if line.is_plain and line.text.isascii()}
    return sorted(texts, key=lambda text: sum(map(text.count, '([{`$"*_')))[-60:]


def test_a_change_of_theme_is_no_step_of_the_undo(editor: MarkdownEditor) -> None:
    types(editor, "one (")
    editor.set_theme(load_theme(find_folders().resources, is_dark=True))
    editor.set_text_size(16)
    editor.undo()
    assert editor.toPlainText() == "one "


def test_undo_takes_a_pair_back_in_one_step(editor: MarkdownEditor) -> None:
    types(editor, "f(")
    assert editor.toPlainText() == "f()"
    editor.undo()
    assert editor.toPlainText() == "f"


def test_backspace_deletes_an_empty_pair_that_came_by_itself(editor: MarkdownEditor) -> None:
    types(editor, "f(")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "f"
    editor.set_answer("f()", 2)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "f)"


def test_a_closer_of_ones_own_is_not_stepped_over(editor: MarkdownEditor) -> None:
    editor.set_answer("((a)", 3)
    types(editor, ")")
    assert editor.toPlainText() == "((a))"


def test_pairs_can_be_switched_off(editor: MarkdownEditor) -> None:
    editor.set_pairing(is_pairing=False)
    types(editor, "f(x $")
    assert editor.toPlainText() == "f(x $"


def test_tab_nests_and_shift_tab_moves_out(editor: MarkdownEditor) -> None:
    editor.set_answer("- a\n- b", 7)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "- a\n  - b"
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.toPlainText() == "- a\n- b"
    assert editor.hasFocus()


def test_escape_and_tab_leave_the_editor(window: QWidget, editor: MarkdownEditor) -> None:
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(other)
    other.show()
    types(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert editor.toPlainText() == "x"


def test_every_line_keeps_its_distance(editor: MarkdownEditor) -> None:
    types(editor, "- one\n\n\n")
    editor.run_step(toggle_bold)
    pastes(editor, "two\nthree")
    block = editor.document().begin()
    heights = set()
    while block.isValid():
        heights.add(block.blockFormat().lineHeight())
        block = block.next()
    assert len(heights) == 1


def test_characters_beyond_the_first_plane_do_not_shift_a_step(editor: MarkdownEditor) -> None:
    editor.set_answer("😀 word", 0)
    selects(editor, 3, 7)
    editor.run_step(toggle_bold)
    assert editor.toPlainText() == "😀 **word**"
    assert editor.textCursor().selectedText() == "word"


@pytest.mark.parametrize("key", ["Ctrl+B", "Ctrl+I", "Ctrl+K", "Ctrl+E", "Ctrl+U", "Ctrl+D"])
def test_a_commands_key_wins_over_the_text_field(
    window: QWidget, editor: MarkdownEditor, qtbot: QtBot, key: str
) -> None:
    action = QAction(window)
    action.setShortcut(QKeySequence(key))
    window.addAction(action)
    editor.set_answer("one two", 3)
    with qtbot.waitSignal(action.triggered, timeout=1_000):
        QTest.keySequence(editor, QKeySequence(key))
    assert editor.toPlainText() == "one two"


def test_the_editor_keeps_its_own_keys(window: QWidget, editor: MarkdownEditor) -> None:
    fired = []
    for key in ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z"):
        action = QAction(window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: fired.append(1))
        window.addAction(action)
    types(editor, "one")
    for key in ("Ctrl+A", "Ctrl+X", "Ctrl+V", "Ctrl+V", "Ctrl+Z"):
        QTest.keySequence(editor, QKeySequence(key))
    assert editor.toPlainText() == "one"
    assert not fired


def test_pasting(editor: MarkdownEditor) -> None:
    editor.set_answer("see it", 0)
    selects(editor, 4, 6)
    pastes(editor, "https://example.org")
    assert editor.toPlainText() == "see [it](https://example.org)"
    editor.set_answer("", 0)
    pastes(editor, "a\tb\n1\t2\n")
    assert editor.toPlainText() == "| a | b |\n| --- | --- |\n| 1 | 2 |"
    editor.undo()
    editor.paste_plain()
    assert editor.toPlainText() == "a\tb\n1\t2\n"
    editor.set_answer("", 0)
    pastes(editor, "rich words", "<p><b>rich</b> words</p>")
    assert editor.toPlainText() == "rich words"
    editor.set_answer("", 0)
    pastes(editor, "", "<p><b>rich</b> words<br>only</p>")
    assert editor.toPlainText() == "rich words\nonly"
    editor.set_answer("", 0)
    pastes(editor, "one\r\ntwo\u2028three")
    assert editor.toPlainText() == "one\ntwo\nthree"
    assert editor.document().blockCount() == 3


def test_an_input_method_composes_undisturbed(editor: MarkdownEditor) -> None:
    types(editor, "- ")
    composes(editor, "ni")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(editor, key)
    composes(editor, "ni(")
    assert "()" not in editor.toPlainText()
    editor.set_answer("- ", 2)
    composes(editor, "ni")
    composes(editor, "", "你")
    assert editor.toPlainText() == "- 你"
    types(editor, "\n")
    assert editor.toPlainText() == "- 你\n- "


def test_a_paragraph_runs_as_its_letters_do(editor: MarkdownEditor) -> None:
    editor.set_answer("שלום\nhello", 0)
    first = editor.document().begin()
    assert first.textDirection() == Qt.LayoutDirection.RightToLeft
    assert first.next().textDirection() == Qt.LayoutDirection.LeftToRight


def test_nothing_is_typed_while_the_text_is_held(editor: MarkdownEditor) -> None:
    editor.set_answer("- a\n- b", 7)
    editor.setReadOnly(True)
    types(editor, "(\n")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "- a\n- b"


def caret_is_in_view(editor: MarkdownEditor) -> bool:
    return editor.viewport().rect().contains(editor.cursorRect())


def test_the_caret_stays_in_view_when_the_editor_or_its_text_changes_size(
    window: QWidget, editor: MarkdownEditor
) -> None:
    window.resize(600, 500)
    pastes(editor, "words of a line\n" * 60)
    assert caret_is_in_view(editor)
    window.resize(500, 250)
    assert caret_is_in_view(editor)
    editor.set_text_size(26)
    assert caret_is_in_view(editor)


def test_the_line_at_the_top_stays_when_the_text_changes_size(editor: MarkdownEditor) -> None:
    pastes(editor, "".join(f"line {number}\n" for number in range(200)))
    editor.verticalScrollBar().setValue(1_000)
    top = editor.cursorForPosition(QPoint(0, 0)).block().text()
    editor.set_text_size(22)
    assert editor.cursorForPosition(QPoint(0, 0)).block().text() == top
