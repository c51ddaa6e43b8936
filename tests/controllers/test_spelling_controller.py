from collections.abc import Iterator

import pytest
from fake_speller import FakeSpeller
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.controllers.later import Later
from desktop.controllers.spelling_controller import SpellingController, Suggestions
from desktop.controllers.task_runner import TaskRunner
from desktop.spelling.speller import Speller


@pytest.fixture
def speller() -> FakeSpeller:
    return FakeSpeller({"wrod": ("word", "rod"), "teh": ("the",)})


@pytest.fixture
def runner(owner: QObject) -> Iterator[TaskRunner]:
    runner = TaskRunner(owner)
    yield runner
    runner.close()


@pytest.fixture
def spelling(speller: FakeSpeller, runner: TaskRunner) -> SpellingController:
    later: Later[Speller | None] = Later(lambda: speller)
    return SpellingController(later, runner, runner, is_wanted=True)


def test_a_word_is_judged_once(
    qtbot: QtBot, spelling: SpellingController, speller: FakeSpeller
) -> None:
    assert not spelling.all_judged(["a", "wrod"])
    assert not spelling.is_misspelt("wrod")
    with qtbot.waitSignal(spelling.judged):
        assert not spelling.all_judged(["wrod", "word"])
    assert spelling.all_judged(["a", "wrod", "word"])
    assert spelling.is_misspelt("wrod")
    assert not spelling.is_misspelt("word")
    assert speller.asked == ["a", "word", "wrod"]


def test_ignored_and_learnt_words_are_right_at_once(
    qtbot: QtBot, spelling: SpellingController, speller: FakeSpeller, runner: TaskRunner
) -> None:
    with qtbot.waitSignal(spelling.judged):
        spelling.all_judged(["wrod", "teh"])
    with qtbot.waitSignal(spelling.verdicts_changed):
        spelling.ignore("wrod")
    assert not spelling.is_misspelt("wrod")
    spelling.learn("teh")
    assert not spelling.is_misspelt("teh")
    qtbot.waitUntil(lambda: runner.is_idle)
    assert speller.learnt == ["teh"]


def test_what_is_meant_is_told(qtbot: QtBot, spelling: SpellingController) -> None:
    with qtbot.waitSignal(spelling.suggested) as told:
        spelling.suggest("wrod")
    assert told.args == [Suggestions("wrod", ("word", "rod"))]


def test_switched_off_nothing_is_asked(
    spelling: SpellingController, speller: FakeSpeller, runner: TaskRunner
) -> None:
    spelling.set_wanted(is_wanted=False)
    assert spelling.all_judged(["wrod"])
    assert not spelling.is_on
    assert runner.is_idle
    assert speller.asked == []


def test_without_a_dictionary_it_is_off(qtbot: QtBot, runner: TaskRunner) -> None:
    none: Later[Speller | None] = Later(lambda: None)
    spelling = SpellingController(none, runner, runner, is_wanted=True)
    assert not spelling.all_judged(["wrod"])
    qtbot.waitUntil(lambda: not spelling.is_on)
    assert spelling.all_judged(["another"])
