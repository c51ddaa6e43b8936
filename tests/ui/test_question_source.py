from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.problem import Problem
from desktop.settings.folders import find_folders
from desktop.ui.page.theme_style import page_style
from desktop.ui.question_source import QuestionSource
from desktop.ui.theme import load_theme

ODD = "---\ntitle: 5\u00a0% 😀\n---\n\nWhy\u200b?\ttab\n"


@pytest.fixture
def source(qtbot: QtBot) -> QuestionSource:
    theme = load_theme(find_folders().resources, is_dark=False)
    source = QuestionSource(theme, page_style(theme, 16))
    qtbot.addWidget(source)
    return source


def editor(source: QuestionSource) -> QTextEdit:
    (found,) = source.findChildren(QTextEdit, "questionSource")
    return found


def test_every_character_stays_as_it_is(source: QuestionSource) -> None:
    source.begin(ODD)
    assert source.text() == ODD


def test_a_rewriting_changes_only_what_differs_and_is_undone_in_one_step(
    source: QuestionSource,
) -> None:
    source.begin(ODD)
    place = editor(source).textCursor()
    place.setPosition(ODD.index("tab") + 1)  # one more unit than characters before the smiley
    editor(source).setTextCursor(place)
    told: list[None] = []
    source.edited.connect(lambda: told.append(None))
    source.rewrite(ODD.replace("5", "50").replace("😀", "😎 !"))
    assert source.text() == ODD.replace("5", "50").replace("😀", "😎 !")
    assert editor(source).textCursor().block().text()[:5] == "Why\u200b?"
    assert told
    editor(source).undo()
    assert source.text() == ODD


def test_a_rewriting_with_the_same_text_is_no_change(source: QuestionSource) -> None:
    source.begin(ODD)
    told: list[None] = []
    source.edited.connect(lambda: told.append(None))
    source.rewrite(ODD)
    assert not told
    assert not editor(source).document().isUndoAvailable()


def test_a_problem_leads_to_its_line(source: QuestionSource) -> None:
    source.begin("one\ntwo\nthree\n")
    source.show_problems([Problem(Path("a.md"), 3, "odd"), Problem(Path("a.md"), 99, "beyond")])
    (shown,) = source.findChildren(QListWidget, "questionProblems")
    assert shown.item(0).text() == "Line 3: odd"
    shown.itemActivated.emit(shown.item(0))
    assert editor(source).textCursor().block().text() == "three"
    shown.itemActivated.emit(shown.item(1))
    assert editor(source).textCursor().block().text() == "three"
    source.show_problems([])
    assert shown.isHidden()
