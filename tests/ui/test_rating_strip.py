"""One key accepts a suggested rating, another changes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.rating import Rating
from desktop.ui.rating_strip import RatingStrip

DAYS = {Rating.AGAIN: 1, Rating.HARD: 3, Rating.GOOD: 12, Rating.EASY: 90}


@pytest.fixture
def strip(qtbot: QtBot) -> RatingStrip:
    """A strip that suggests Good and has the keys."""
    strip = RatingStrip("rating", "How well?")
    qtbot.addWidget(strip)
    strip.show_choices(Rating.GOOD, "Suggested by marks and time.", DAYS)
    with qtbot.waitActive(strip):
        strip.show()
        strip.activateWindow()
    strip.take_focus()
    return strip


@pytest.fixture
def chosen(strip: RatingStrip) -> list[Rating]:
    """The ratings that were chosen so far."""
    kept: list[Rating] = []
    strip.rating_chosen.connect(kept.append)
    return kept


def presses(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def button(strip: RatingStrip, title: str) -> QPushButton:
    found = strip.findChild(QPushButton, f"rating{title}")
    assert found is not None
    return found


def test_each_choice_says_when_it_would_come_back(strip: RatingStrip) -> None:
    titles = [button(strip, one).text() for one in ("Again", "Hard", "Good", "Easy")]
    assert titles == [
        "1  Again  ·  tomorrow",
        "2  Hard  ·  3 days",
        "3  Good  ·  12 days",
        "4  Easy  ·  3 months",
    ]
    hint = strip.findChild(QLabel, "ratingHint")
    assert hint is not None
    assert hint.text() == "Suggested by marks and time. Enter accepts it, 1 to 4 change it."


def test_enter_accepts_what_is_suggested(chosen: list[Rating]) -> None:
    presses(Qt.Key.Key_Return)
    assert chosen == [Rating.GOOD]


def test_digits_choose(chosen: list[Rating]) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        presses(key)
    assert chosen == [Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY]


def test_other_keys_choose_nothing(chosen: list[Rating]) -> None:
    presses(Qt.Key.Key_5)
    presses(Qt.Key.Key_X)
    assert chosen == []


def test_tab_goes_to_the_next_and_enter_takes_it(chosen: list[Rating]) -> None:
    presses(Qt.Key.Key_Tab)
    presses(Qt.Key.Key_Return)
    assert chosen == [Rating.EASY]


def test_a_click_chooses_and_leaves_the_check_to_who_shows(
    strip: RatingStrip, chosen: list[Rating]
) -> None:
    button(strip, "Again").click()
    assert chosen == [Rating.AGAIN]
    checked = [one for one in ("Again", "Hard", "Good", "Easy") if button(strip, one).isChecked()]
    assert checked == ["Good"]
    strip.show_choices(Rating.AGAIN, "Rated by you.")
    assert button(strip, "Again").isChecked()
    assert button(strip, "Again").text() == "1  Again"
