"""Tasks in rows: Enter chooses, letters put off, the row at hand stays."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.study_plan import PlanTask
from desktop.settings.folders import find_folders
from desktop.ui.task_list import ROW_PX, TaskList, TaskRow
from desktop.ui.theme import load_theme

WHOLE = PlanTask("ridge", "Ridge", 20.0)
POINT = PlanTask("ridge", "Ridge", 2.0, point="Names the factor.")
NEW = PlanTask("lasso", "Lasso", 15.0, is_new=True)


def rows(*tasks: PlanTask) -> list[TaskRow]:
    return [TaskRow(task, "a note", f"{task.minutes:.0f} min") for task in tasks]


@pytest.fixture
def tasks(qtbot: QtBot) -> TaskList:
    """A list of three tasks."""
    theme = load_theme(find_folders().resources, is_dark=False)
    made = TaskList("tasks", "Tasks", theme)
    qtbot.addWidget(made)
    made.show_rows(rows(WHOLE, POINT, NEW))
    return made


@pytest.fixture
def wishes(tasks: TaskList) -> list[tuple[PlanTask, str]]:
    """What was wished of which task so far."""
    kept: list[tuple[PlanTask, str]] = []
    tasks.put_off_requested.connect(lambda task, wish: kept.append((task, wish)))
    return kept


def test_it_is_as_high_as_its_rows_and_gone_without_any(tasks: TaskList) -> None:
    assert tasks.height() == 3 * ROW_PX + 2
    assert not tasks.isHidden()
    tasks.show_rows([])
    assert tasks.isHidden()
    assert tasks.current_task is None


def test_a_row_is_told_in_words(tasks: TaskList) -> None:
    told = tasks.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Ridge, a note, 2 min"


def test_enter_chooses_the_task_at_hand(qtbot: QtBot, tasks: TaskList) -> None:
    QTest.keyClick(tasks, Qt.Key.Key_Down)
    with qtbot.waitSignal(tasks.task_chosen) as told:
        QTest.keyClick(tasks, Qt.Key.Key_Return)
    assert told.args == [POINT]


def test_letters_put_the_task_at_hand_off(
    tasks: TaskList, wishes: list[tuple[PlanTask, str]]
) -> None:
    tasks.setCurrentRow(2)
    for key in (Qt.Key.Key_T, Qt.Key.Key_D, Qt.Key.Key_S):
        QTest.keyClick(tasks, key)
    assert wishes == [(NEW, "tomorrow"), (NEW, "day"), (NEW, "suspend")]


def test_a_letter_with_control_wishes_nothing(
    tasks: TaskList, wishes: list[tuple[PlanTask, str]]
) -> None:
    QTest.keyClick(tasks, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert wishes == []


def test_an_empty_list_wishes_nothing(tasks: TaskList, wishes: list[tuple[PlanTask, str]]) -> None:
    tasks.show_rows([])
    QTest.keyClick(tasks, Qt.Key.Key_S)
    assert wishes == []


def test_the_task_at_hand_stays_where_rows_come_and_go(tasks: TaskList) -> None:
    tasks.setCurrentRow(1)
    tasks.show_rows(rows(NEW, WHOLE, POINT))
    assert tasks.current_task == POINT


def test_where_it_is_gone_the_one_in_its_place_is_at_hand(tasks: TaskList) -> None:
    tasks.setCurrentRow(1)
    tasks.show_rows(rows(WHOLE, NEW))
    assert tasks.current_task == NEW
    tasks.show_rows(rows(WHOLE))
    assert tasks.current_task == WHOLE


def test_the_menu_offers_the_same(
    qtbot: QtBot, tasks: TaskList, wishes: list[tuple[PlanTask, str]]
) -> None:
    tasks.show()
    tasks.show_menu(QPoint(0, 0))
    menu = tasks.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "See it &tomorrow\tT",
        "See it on a &day…\tD",
        "&Suspend it\tS",
    ]
    with qtbot.waitSignal(menu.destroyed):
        menu.actions()[0].trigger()
        menu.close()
    assert wishes == [(WHOLE, "tomorrow")]
