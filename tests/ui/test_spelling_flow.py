"""Underlines and suggestions in a real answer pane, with a speller of three words."""

from collections.abc import Iterator

import pytest
import shiboken6
from fake_speller import FakeSpeller
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.controllers.later import Later
from desktop.controllers.spelling_controller import SpellingController
from desktop.controllers.task_runner import TaskRunner
from desktop.settings.folders import find_folders
from desktop.spelling.speller import Speller
from desktop.ui.answer_pane import AnswerPane
from desktop.ui.appearance import Appearance
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.spelling_flow import SpellingFlow


@pytest.fixture
def speller() -> FakeSpeller:
    return FakeSpeller({"wrod": ("word", "rod"), "teh": ("the",), "zzz": ()})


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> Iterator[AnswerPane]:
    appearance = Appearance(qapp, find_folders().resources, "light", 16)
    pane = AnswerPane(
        appearance.theme, appearance.icons, appearance.page_style, FormulaShelf(appearance)
    )
    pane.resize(800, 500)
    with qtbot.waitExposed(pane):
        pane.show()
    yield pane
    # At once, so that the threads of its runner do not live on in other tests.
    shiboken6.delete(pane)
    shiboken6.delete(appearance)


@pytest.fixture
def spelling(pane: AnswerPane, speller: FakeSpeller) -> Iterator[SpellingController]:
    runner = TaskRunner(pane)
    later: Later[Speller | None] = Later(lambda: speller)
    spelling = SpellingController(later, runner, pane, is_wanted=True)
    SpellingFlow(pane, spelling)
    yield spelling
    runner.close()


@pytest.fixture
def editor(pane: AnswerPane, spelling: SpellingController) -> MarkdownEditor:
    assert spelling.is_on
    return pane.editor


def underlined(editor: MarkdownEditor) -> list[str]:
    """The words that are underlined, from the top."""
    found = []
    block = editor.document().firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for one in block.layout().formats():
            if one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline:
                word = units[2 * one.start : 2 * (one.start + one.length)]
                found.append(word.decode("utf-16-le"))
        block = block.next()
    return found


def menu_at(qtbot: QtBot, editor: MarkdownEditor, words: str) -> QMenu:
    """The menu that opens on a word."""
    place = editor.textCursor()
    place.setPosition(editor.toPlainText().index(words) + 1)
    point = editor.cursorRect(place).center()
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, editor.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(editor.viewport(), asked)
    qtbot.waitUntil(lambda: editor.findChild(QMenu, "editorMenu") is not None)
    menu = editor.findChild(QMenu, "editorMenu")
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_misspelt_words_of_prose_are_underlined(qtbot: QtBot, editor: MarkdownEditor) -> None:
    editor.set_answer("😀 teh\n\n`wrod` $wrod$ [wrod](teh)\n\n```\nteh\n```\n\na **wrod** here", 0)
    qtbot.waitUntil(lambda: underlined(editor) == ["teh", "wrod"])


def test_the_word_being_typed_is_left_until_the_cursor_leaves(
    qtbot: QtBot, editor: MarkdownEditor, spelling: SpellingController
) -> None:
    with qtbot.waitSignal(spelling.judged):
        QTest.keyClicks(editor, "so teh")
    assert spelling.is_misspelt("teh")
    assert underlined(editor) == []
    QTest.keyClick(editor, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: underlined(editor) == ["teh"])


def test_a_suggestion_replaces_the_word_and_can_be_undone(
    qtbot: QtBot, editor: MarkdownEditor
) -> None:
    editor.set_answer("a wrod here", 0)
    qtbot.waitUntil(lambda: underlined(editor) == ["wrod"])
    menu = menu_at(qtbot, editor, "wrod")
    assert [action.text() for action in menu.actions()[:2]] == ["word", "rod"]
    choose(menu, "word")
    assert editor.toPlainText() == "a word here"
    assert underlined(editor) == []
    editor.undo()
    assert editor.toPlainText() == "a wrod here"


def test_a_word_can_be_added_and_another_ignored(
    qtbot: QtBot, editor: MarkdownEditor, speller: FakeSpeller
) -> None:
    editor.set_answer("teh wrod and teh wrod", 0)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: underlined(editor)[:3] == ["teh", "wrod", "teh"])
    choose(menu_at(qtbot, editor, "teh"), "Add to dictionary")
    qtbot.waitUntil(lambda: "teh" not in underlined(editor))
    qtbot.waitUntil(lambda: speller.learnt == ["teh"])
    qtbot.waitUntil(lambda: editor.findChild(QMenu, "editorMenu") is None)
    choose(menu_at(qtbot, editor, "wrod"), "Ignore in this session")
    qtbot.waitUntil(lambda: underlined(editor) == [])
    assert speller.learnt == ["teh"]


def test_a_word_like_no_other_has_no_suggestions(qtbot: QtBot, editor: MarkdownEditor) -> None:
    editor.set_answer("a zzz here", 0)
    qtbot.waitUntil(lambda: underlined(editor) == ["zzz"])
    first = menu_at(qtbot, editor, "zzz").actions()[0]
    assert (first.text(), first.isEnabled()) == ("No suggestions", False)


def test_a_right_word_has_the_usual_menu(qtbot: QtBot, editor: MarkdownEditor) -> None:
    editor.set_answer("a word here", 0)
    texts = [action.text() for action in menu_at(qtbot, editor, "word").actions()]
    assert "Add to dictionary" not in texts
    assert any("Paste" in text for text in texts)


def test_switched_off_the_underlines_go(
    qtbot: QtBot, editor: MarkdownEditor, spelling: SpellingController
) -> None:
    told: list[str] = []
    editor.set_answer("a wrod here", 0)
    editor.edited.connect(lambda: told.append("edited"))
    qtbot.waitUntil(lambda: underlined(editor) == ["wrod"])
    spelling.set_wanted(is_wanted=False)
    qtbot.waitUntil(lambda: underlined(editor) == [])
    spelling.set_wanted(is_wanted=True)
    qtbot.waitUntil(lambda: underlined(editor) == ["wrod"])
    assert told == []
    assert not editor.document().isUndoAvailable()
