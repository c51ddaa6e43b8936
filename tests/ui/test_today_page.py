"""Today's page: where Enter goes while tasks are still to come."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from desktop.domain.question_summary import QuestionSummary
from desktop.domain.today import Today
from desktop.settings.folders import find_folders
from desktop.ui.theme import load_theme
from desktop.ui.today_page import TodayPage

NOTHING = Today(date(2026, 11, 22))
UNREAD = Today(date(2026, 11, 22), is_counted=False)
SOMETHING = Today(date(2026, 11, 22), offer=QuestionSummary("a", "Bias and variance"))


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    page = TodayPage(load_theme(find_folders().resources, is_dark=False), 60)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    return page


def test_enter_begins_with_what_came_late(qtbot: QtBot, page: TodayPage) -> None:
    page.show_today(NOTHING)
    page.show_today(SOMETHING)
    tasks = page.findChild(QListWidget, "todayTasks")
    assert tasks is not None
    assert tasks.hasFocus()
    with qtbot.waitSignal(page.task_chosen):
        QTest.keyClick(tasks, Qt.Key.Key_Return)


def test_enter_goes_nowhere_while_there_is_nothing(qtbot: QtBot, page: TodayPage) -> None:
    page.show_today(NOTHING)
    focus = QApplication.focusWidget()
    assert focus is page
    with (
        qtbot.assertNotEmitted(page.close_requested),
        qtbot.assertNotEmitted(page.begin_requested),
    ):
        QTest.keyClick(focus, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.close_requested):
        QTest.keyClick(focus, Qt.Key.Key_Escape)


def test_nothing_is_said_to_be_done_before_the_journal_was_read(page: TodayPage) -> None:
    page.show_today(UNREAD)
    summary = page.findChild(QLabel, "todaySummary")
    assert summary is not None
    assert summary.text().endswith("Your answers are still being read.")
