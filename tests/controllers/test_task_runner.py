import gc
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError


@pytest.fixture
def runner(owner: QObject) -> Iterator[TaskRunner]:
    runner = TaskRunner(owner)
    yield runner
    runner.close()


class Tick:
    """A piece of quick work."""

    def __call__(self) -> None:
        return None


def refuse() -> None:
    raise AppError("The disk is full.", "Make room.")


def forget(_result: object) -> None:
    return None


def test_only_the_newest_result_of_a_lane_is_delivered(qtbot: QtBot, runner: TaskRunner) -> None:
    told: list[str] = []
    with qtbot.waitSignal(runner.became_idle):
        runner.run("find", lambda: "old", told.append)
        runner.run("find", lambda: "new", told.append)
        runner.run("count", lambda: "three", told.append)
    assert sorted(told) == ["new", "three"]


def test_what_is_refused_goes_to_its_own_listener_or_else_to_all(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    own: list[AppError] = []
    everyone: list[AppError] = []
    runner.failed.connect(everyone.append)
    with qtbot.waitSignal(runner.became_idle):
        runner.run("save", refuse, forget, own.append)
        runner.run("find", refuse, forget)
    assert [len(own), len(everyone)] == [1, 1]


def test_closing_lets_all_that_was_begun_end(runner: TaskRunner, tmp_path: Path) -> None:
    go_on = Event()
    for number in range(8):
        path = tmp_path / str(number)

        def save(path: Path = path) -> None:
            go_on.wait()
            path.touch()

        runner.run(f"save {number}", save, forget)
    go_on.set()
    runner.close()
    assert len(list(tmp_path.iterdir())) == 8


def test_nothing_stays_of_work_that_is_done(qtbot: QtBot, runner: TaskRunner) -> None:
    done = []
    with qtbot.waitSignal(runner.became_idle):
        for number in range(500):
            tick = Tick()
            done.append(ref(tick))
            runner.run(f"lane {number}", tick, forget)
        del tick
    runner.close()
    gc.collect()
    assert [tick for tick in done if tick() is not None] == []


def test_what_is_held_runs_when_it_may(qtbot: QtBot, runner: TaskRunner) -> None:
    done: list[str] = []
    runner.hold()
    runner.run("a", lambda: "first", done.append)
    runner.run("b", lambda: "second", done.append)
    assert not runner.is_idle
    assert done == []
    with qtbot.waitSignal(runner.became_idle):
        runner.go_on()
    assert sorted(done) == ["first", "second"]


def test_of_a_held_lane_only_the_newest_result_is_delivered(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    done: list[str] = []
    runner.hold()
    runner.run("a", lambda: "old", done.append)
    runner.run("a", lambda: "new", done.append)
    with qtbot.waitSignal(runner.became_idle):
        runner.go_on()
    assert done == ["new"]


def test_what_is_held_is_given_up_with_the_runner(qtbot: QtBot, runner: TaskRunner) -> None:
    done: list[str] = []
    runner.hold()
    runner.run("a", lambda: "late", done.append)
    runner.close()
    runner.go_on()
    qtbot.wait(0)
    assert done == []
