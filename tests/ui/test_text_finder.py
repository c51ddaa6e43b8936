"""Finding in a text, as large and as unlucky as it may be."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.ui.find_pattern import TOO_SLOW, FindOptions, FindPattern
from desktop.ui.text_finder import TextFinder

REGULAR = FindOptions(is_regular=True)


@pytest.fixture
def view(qtbot: QtBot) -> QTextEdit:
    view = QTextEdit()
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    return view


def finder_in(view: QTextEdit, text: str) -> TextFinder:
    view.setPlainText(text)
    return TextFinder(view, "#d6ead0")


def search(qtbot: QtBot, finder: TextFinder, pattern: FindPattern) -> None:
    with qtbot.waitSignal(finder.searched):
        finder.search(pattern)


def test_only_places_in_view_are_marked(view: QTextEdit, qtbot: QtBot) -> None:
    finder = finder_in(view, "a place\n" * 5_000)
    search(qtbot, finder, FindPattern("place", FindOptions()))
    assert finder.count == 5_000
    qtbot.waitUntil(lambda: 3 < len(view.extraSelections()) < 50)
    view.moveCursor(QTextCursor.MoveOperation.End)
    marks = view.extraSelections()
    assert marks[-1].cursor.blockNumber() == 4_999


def test_an_expression_without_end_is_said_not_waited_for(view: QTextEdit, qtbot: QtBot) -> None:
    finder = finder_in(view, ("a" * 5_000 + "b\n") * 20)
    search(qtbot, finder, FindPattern("(a+)+$", REGULAR))
    assert finder.fault == TOO_SLOW
    assert finder.count == 0


def test_a_wish_during_the_search_is_met_after_it(view: QTextEdit, qtbot: QtBot) -> None:
    finder = finder_in(view, "one two\n" * 20_000)
    pattern = FindPattern("two", FindOptions())
    finder.search(pattern)
    finder.step(forwards=False)
    qtbot.waitUntil(lambda: finder.current == 20_000)


def test_all_places_are_replaced_as_one_step(view: QTextEdit, qtbot: QtBot) -> None:
    text = "🙂 one, one\nnone\n" * 200
    finder = finder_in(view, text)
    search(qtbot, finder, FindPattern(r"\bon(e)", REGULAR))
    finder.replace_all(r"\1\1\n")
    assert view.toPlainText() == "🙂 ee\n, ee\n\nnone\n" * 200
    view.undo()
    assert view.toPlainText() == text


def test_places_are_looked_up_again_after_an_edit(view: QTextEdit, qtbot: QtBot) -> None:
    finder = finder_in(view, "cat dog cat")
    search(qtbot, finder, FindPattern("cat", FindOptions()))
    with qtbot.waitSignal(finder.searched):
        view.insertPlainText("cat ")
    qtbot.waitUntil(lambda: finder.count == 3)


def test_ending_the_search_takes_the_marks_away(view: QTextEdit, qtbot: QtBot) -> None:
    finder = finder_in(view, "cat")
    search(qtbot, finder, FindPattern("cat", FindOptions()))
    assert view.extraSelections()
    finder.search(None)
    assert not view.extraSelections()
