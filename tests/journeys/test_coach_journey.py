"""Setting the coach up, asking it about a sealed answer, and all that may go wrong with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from person import Person
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QTabWidget,
)
from room import Room
from served_models import ServedModels, serve_models

from desktop.domain.attempt_notes import AttemptNotes
from desktop.domain.mark import SELF, Verdict
from desktop.journal.journal_reader import JournalReader

QUESTION = """---
title: A bagged tree
category: Classical machine learning
topics: [bagging]
difficulty: easy
rounds: [phone-screen]
roles: [data-scientist]
minutes: 10
---

Why does bagging help a deep tree on 500 rows?

## What the interviewer expects

- (2) Says that averaging lowers the variance of the prediction.
  cues: averaging, variance
- (1) Says that the bias stays as it is.
  cues: bias stays

## Sample answer

Averaging many trees lowers the variance. The bias stays as it is.
"""
ANSWER = "Averaging many deep trees lowers the variance of the prediction."
QUOTE = "lowers the variance"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServedModels]:
    with serve_models(tmp_path) as served:
        yield served


@pytest.fixture
def person(room: Room, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody who has chosen a question with two points, on a machine without a keyring."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    path = room.folders.shipped_questions / "a-bagged-tree.md"
    path.write_text(QUESTION, encoding="utf-8")
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 5)
    person.clicks_row("A bagged tree")
    person.reads("questionTitle", "A bagged tree")
    person.reads("clock", "10:00")
    return person


def seals(person: Person, text: str) -> None:
    """Write an answer, seal it for good, and go to its points."""
    person.presses("Ctrl+T")
    person.types(text)
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("comparePane"))
    person.clicks("predictSkip")
    person.waits_for(lambda: person.sees("coachStrip"))


def sets_up(person: Person, address: str, model: str) -> None:
    """Write the address and the model into the settings."""
    person.presses("Ctrl+,")
    person.waits_for(lambda: person.sees("settingsTabs"))
    person.widget(QTabWidget, "settingsTabs").setCurrentIndex(1)
    for name, text in (("setting_coach_address", address), ("setting_coach_model", model)):
        field = person.widget(QComboBox if name.endswith("model") else QLineEdit, name)
        field.setFocus()
        QTest.keyClicks(field, text)
    person.presses("Esc")
    person.waits_for(lambda: not person.sees("settingsDialog"))
    person.comes_back()


def kept(room: Room) -> AttemptNotes:
    """What the journal holds beside the attempt."""
    with JournalReader.open(room.folders.journal) as reader:
        return reader.notes.of_attempt(reader.attempts()[0].uuid)


def shown(person: Person, name: str) -> list[str]:
    return [label.text() for label in person.finds(QLabel, name) if label.isVisible()]


def test_off_it_says_where_to_set_it_up(person: Person) -> None:
    seals(person, ANSWER)
    assert not person.can_click("coachButton")
    hint = person.widget(QPushButton, "coachButton").toolTip()
    assert hint.endswith("Give it the address of a server in the settings (Ctrl+,).")
    menu = person.widget(QMenuBar, "").actions()[2].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    command = person.widget(QAction, "askCoach")
    assert "(set it up in Settings)" in command.text()
    assert not command.isEnabled()
    person.presses("Ctrl+Shift+G")
    assert person.text("coachState") == ""


def test_a_try_says_what_is_there(person: Person, server: ServedModels) -> None:
    place = server.address.removeprefix("http://")
    person.presses("Ctrl+,")
    person.waits_for(lambda: person.sees("settingsTabs"))
    person.widget(QTabWidget, "settingsTabs").setCurrentIndex(1)
    person.clicks("coachTry")
    person.waits_for(lambda: "not the address of a server" in person.text("coachTold"))
    person.widget(QLineEdit, "setting_coach_address").setFocus()
    QTest.keyClicks(person.widget(QLineEdit, "setting_coach_address"), place)
    QTest.keyClicks(person.widget(QLineEdit, "coachKey"), "sk-1")
    person.clicks("coachTry")
    person.waits_for(
        lambda: (
            person.text("coachTold")
            == f"{place} answers. It has 3 models: honest, inventor, slow. Choose one."
        )
    )
    assert server.requests[-1]["headers"]["Authorization"] == "Bearer sk-1"
    assert person.text("coachKey") == ""
    person.waits_for(lambda: person.sees("coachForgetKey"))
    person.chooses("setting_coach_model", "honest")
    person.presses("Esc")
    person.waits_for(lambda: not person.sees("settingsDialog"))


def test_comments_come_beside_the_points_and_stay(
    room: Room, person: Person, server: ServedModels
) -> None:
    sets_up(person, server.address, "honest")
    seals(person, ANSWER)
    assert server.requests == []
    person.presses("3")
    person.waits_for(lambda: person.can_click("coachButton"))
    person.presses("Ctrl+Shift+G")
    person.waits_for(lambda: shown(person, "commentHead") == ["Coach, honest: covered"] * 2)
    assert shown(person, "commentQuote") == [f"“{QUOTE}”"] * 2
    assert shown(person, "commentNote") == []
    person.waits_for(lambda: len(kept(room).comments) == 2)
    start = ANSWER.index(QUOTE)
    marks = [mark for mark in kept(room).marks if mark.judge == "model:honest"]
    assert [(mark.verdict, mark.start) for mark in marks] == [(Verdict.COVERED, start)] * 2
    own = [mark for mark in kept(room).marks if mark.judge == SELF]
    assert [(mark.point, mark.verdict) for mark in own] == [(0, Verdict.MISSED)]
    assert room.dialogs.asked == []
    room.close()

    again = room.open()
    again.waits_for(lambda: len(again.rows("attempts")) == 1)
    again.presses("Ctrl+Shift+M")
    again.waits_for(lambda: shown(again, "commentHead") == ["Coach, honest: covered"] * 2)


def test_an_invented_quote_is_left_out_and_that_is_said(
    room: Room, person: Person, server: ServedModels
) -> None:
    sets_up(person, server.address, "inventor")
    seals(person, ANSWER)
    person.clicks("coachButton")
    person.waits_for(lambda: len(kept(room).comments) == 2)
    assert shown(person, "commentText") == ["Where you say […] you are right."] * 2
    assert shown(person, "commentQuote") == []
    assert "quotes that are not in your answer were left out" in shown(person, "commentNote")[0]
    assert {mark.judge for mark in kept(room).marks} == {"rule"}


def test_the_coach_can_be_stopped_and_what_came_stays(
    room: Room, person: Person, server: ServedModels
) -> None:
    sets_up(person, server.address, "slow")
    seals(person, ANSWER)
    person.clicks("coachButton")
    person.waits_for(lambda: any("You name the effect" in one for one in comments(person)))
    assert person.text("coachState") == "The coach reads point 1 of 2…"
    assert person.text("coachButton") == "Stop"
    person.clicks("coachButton")
    person.reads("coachState", "Stopped.")
    assert shown(person, "commentNote") == ["It broke off here."]
    person.waits_for(lambda: len(kept(room).comments) == 1)
    assert not kept(room).comments[0].is_whole


def test_a_server_killed_in_the_middle_is_told_and_what_came_stays(
    room: Room, person: Person, server: ServedModels
) -> None:
    sets_up(person, server.address, "killed")
    seals(person, ANSWER)
    person.clicks("coachButton")
    person.waits_for(lambda: "broke off" in person.text("coachState"))
    assert any("You name the effect" in one for one in comments(person))
    server.is_gone()
    person.clicks("coachButton")
    person.waits_for(lambda: "Nothing answers at 127.0.0.1" in person.text("coachState"))
    person.waits_for(lambda: len(kept(room).comments) == 1)
    assert {mark.judge for mark in kept(room).marks} == {"rule"}


def test_a_window_closed_while_the_coach_writes_ends_it(
    room: Room, person: Person, server: ServedModels
) -> None:
    sets_up(person, server.address, "slow")
    seals(person, ANSWER)
    person.clicks("coachButton")
    person.waits_for(lambda: any("You name the effect" in one for one in comments(person)))
    room.close()
    assert len(kept(room).comments) == 1


def test_gibberish_never_leaves_and_that_is_said(person: Person, server: ServedModels) -> None:
    sets_up(person, server.address, "honest")
    seals(person, "asdf jkl qwer uiop zxcv bnm")
    person.clicks("coachButton")
    person.waits_for(lambda: "nothing was sent" in person.text("coachState"))
    assert server.requests == []


def test_another_machine_is_asked_about_once_for_each_address(room: Room, person: Person) -> None:
    sets_up(person, "http://model.invalid:8080", "honest")
    seals(person, ANSWER)
    person.clicks("coachButton")
    told = "Your answer and the question's text leave this machine for model.invalid:8080."
    assert len(room.dialogs.asked) == 1
    assert room.dialogs.asked[0].startswith(told)
    assert "not encrypted" in room.dialogs.asked[0]
    assert person.text("coachState") == ""
    room.dialogs.agrees = True
    person.clicks("coachButton")
    person.waits_for(lambda: "model.invalid is not known" in person.text("coachState"))
    person.clicks("coachButton")
    person.waits_for(lambda: "model.invalid is not known" in person.text("coachState"))
    assert len(room.dialogs.asked) == 2
    person.waits_for(lambda: "model.invalid" in room.folders.settings.read_text(encoding="utf-8"))


def comments(person: Person) -> list[str]:
    return shown(person, "commentText")
