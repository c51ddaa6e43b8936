import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings.folders import find_folders
from desktop.ui.format_bar import ICON_NAMES, FormatBar
from desktop.ui.icons import Icons

FOLDER = find_folders().resources / "icons"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    bar = FormatBar(Icons(FOLDER, "#000000", "#999999"))
    QVBoxLayout(window).addWidget(bar)
    bar.set_actions([new_action(name, window) for name in ICON_NAMES])
    window.resize(500, 100)
    window.show()
    bar.build()
    return window


def new_action(name: str, window: QWidget) -> QAction:
    action = QAction(f"&{name.capitalize()}", window)
    action.setObjectName(name)
    action.setShortcut(QKeySequence("Ctrl+B") if name == "bold" else QKeySequence())
    return action


def buttons(window: QWidget) -> list[QToolButton]:
    return [one for one in window.findChildren(QToolButton) if one.isVisible()]


def test_every_command_of_the_bar_has_an_icon_a_name_and_its_key() -> None:
    assert all((FOLDER / f"{icon}.svg").is_file() for icon in ICON_NAMES.values())


def test_a_button_runs_its_command(window: QWidget, qtbot: QtBot) -> None:
    bold, italic, *_ = buttons(window)
    assert (bold.accessibleName(), bold.toolTip()) == ("Bold", "Bold (Ctrl+B)")
    assert italic.toolTip() == "Italic"
    assert bold.focusPolicy() == Qt.FocusPolicy.NoFocus
    action = next(one for one in window.findChildren(QAction) if one.objectName() == "bold")
    with qtbot.waitSignal(action.triggered, timeout=1_000):
        QTest.mouseClick(bold, Qt.MouseButton.LeftButton)


def test_without_room_the_rest_is_in_a_menu(window: QWidget, qtbot: QtBot) -> None:
    assert len(buttons(window)) == len(ICON_NAMES)
    window.resize(220, 100)
    qtbot.waitUntil(lambda: len(buttons(window)) < len(ICON_NAMES))
    *shown, more = buttons(window)
    assert more.accessibleName() == "More formats"
    assert more.geometry().right() < window.width()
    more.menu().aboutToShow.emit()
    assert len(shown) + len(more.menu().actions()) == len(ICON_NAMES)
    window.resize(500, 100)
    qtbot.waitUntil(lambda: len(buttons(window)) == len(ICON_NAMES))
