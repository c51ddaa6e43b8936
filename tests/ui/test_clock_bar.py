from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.answer_clock import AnswerClock
from desktop.settings.folders import find_folders
from desktop.ui.appearance import Appearance
from desktop.ui.clock_bar import ClockBar


def test_all_that_matters_has_room_in_the_narrowest_pane(qtbot: QtBot, qapp: QApplication) -> None:
    look = Appearance(qapp, find_folders().resources, "light", 16)
    look.dress()
    bar = ClockBar(look.icons)
    qtbot.addWidget(bar)
    bar.setMinimumWidth(320)  # as the pane around it, whatever the bar would like
    bar.show_clock(AnswerClock(5_400))
    bar.show_save_failed()
    bar.resize(320, 60)
    bar.show()
    qapp.processEvents()
    seal = bar.findChild(QPushButton, "sealButton")
    saved = bar.findChild(QLabel, "savedSign")
    budget = bar.findChild(QLabel, "budget")
    assert seal is not None
    assert saved is not None
    assert budget is not None
    assert seal.geometry().right() < 320
    assert seal.width() >= seal.minimumSizeHint().width()
    assert saved.width() >= saved.minimumSizeHint().width()
    bar.resize(480, 60)
    assert budget.isVisible()
    look.deleteLater()
