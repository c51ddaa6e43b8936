import pytest
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.ui.long_words import LongWords

BY_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
ANYWHERE = QTextOption.WrapMode.WrapAnywhere


@pytest.fixture
def editor(qtbot: QtBot) -> QTextEdit:
    editor = QTextEdit()
    qtbot.addWidget(editor)
    LongWords(editor)
    return editor


def test_usual_text_breaks_between_words(editor: QTextEdit) -> None:
    editor.setPlainText("word " * 50_000)
    assert editor.wordWrapMode() == BY_WORDS


def test_endless_word_is_broken_anywhere_until_it_is_gone(editor: QTextEdit) -> None:
    editor.setPlainText("first\n" + "x" * 100_000 + "\nlast")
    assert editor.wordWrapMode() == ANYWHERE
    editor.textCursor().insertText("more ")
    assert editor.wordWrapMode() == ANYWHERE
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert editor.wordWrapMode() == BY_WORDS
    assert editor.toPlainText() == "more first\n\nlast"
    editor.undo()
    assert editor.wordWrapMode() == ANYWHERE
