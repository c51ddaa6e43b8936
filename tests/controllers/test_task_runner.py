from pytestqt.qtbot import QtBot

from desktop.controllers.task_runner import TaskRunner


def test_what_is_held_runs_when_it_may(qtbot: QtBot) -> None:
    runner = TaskRunner()
    done: list[str] = []
    runner.hold()
    runner.run("a", lambda: "first", done.append)
    runner.run("b", lambda: "second", done.append)
    assert not runner.is_idle
    assert done == []
    with qtbot.waitSignal(runner.became_idle):
        runner.go_on()
    assert sorted(done) == ["first", "second"]
    runner.close()


def test_of_a_held_lane_only_the_newest_result_is_delivered(qtbot: QtBot) -> None:
    runner = TaskRunner()
    done: list[str] = []
    runner.hold()
    runner.run("a", lambda: "old", done.append)
    runner.run("a", lambda: "new", done.append)
    with qtbot.waitSignal(runner.became_idle):
        runner.go_on()
    assert done == ["new"]
    runner.close()


def test_what_is_held_is_given_up_with_the_runner(qtbot: QtBot) -> None:
    runner = TaskRunner()
    done: list[str] = []
    runner.hold()
    runner.run("a", lambda: "late", done.append)
    runner.close()
    runner.go_on()
    qtbot.wait(0)
    assert done == []
