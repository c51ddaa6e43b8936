from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.controllers.word_counter import WordCounter


def test_words_are_told_after_a_change(qtbot: QtBot, qapp: QApplication) -> None:
    texts = ["one two three"]
    parent = QObject(qapp)
    counter = WordCounter(lambda: texts[0], parent)
    with qtbot.waitSignal(counter.counted) as told:
        counter.note_change()
    assert told.args == [3]
    parent.deleteLater()


def test_what_is_counted_of_an_old_text_is_let_go(qtbot: QtBot, qapp: QApplication) -> None:
    texts = ["word\n" * 100_000]
    parent = QObject(qapp)
    counter = WordCounter(lambda: texts[0], parent)
    told: list[int] = []
    counter.counted.connect(told.append)
    counter.note_change()
    texts[0] = "just two"
    counter.note_change()
    qtbot.waitUntil(lambda: told == [2])
    parent.deleteLater()
