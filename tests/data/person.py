"""Somebody before a window: looks at widgets by their names, uses keys and the mouse."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

PATIENCE_MS = 15_000
MOST_TABS = 60

Found = TypeVar("Found", bound=QObject)


class Person:
    """Drives one window; keys go where the focus is.

    After every key, click and wait the window settles: outside of an event loop Qt would keep
    what is gone, and show what is new, for longer than a person can see.
    """

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window

    def waits_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something has come true; fails after some seconds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)
        let_the_window_settle()

    def reads(self, name: str, words: str) -> None:
        """Wait until a widget shows just these words."""

        def is_shown() -> None:
            shown = self.text(name)
            assert shown == words, f"{name} shows {shown!r}"

        self._qtbot.waitUntil(is_shown, timeout=PATIENCE_MS)
        let_the_window_settle()

    def presses(self, *keys: str) -> None:
        """Press keys one after another, each as a shortcut reads: "Ctrl+E"."""
        for key in keys:
            QTest.keySequence(self._focus, QKeySequence(key))
            let_the_window_settle()

    def types(self, text: str) -> None:
        """Type a text where the focus is, key by key."""
        for character in text:
            if character == "\n":
                QTest.keyClick(self._focus, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self._focus, character)
        let_the_window_settle()

    def clicks(self, name: str) -> None:
        """Click a button, once it can be seen and used."""
        self.waits_for(lambda: self.can_click(name))
        button = self.widget(QAbstractButton, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        let_the_window_settle()

    def clicks_row(self, title: str) -> None:
        """Click a question in the list."""
        view = self.widget(QListView, "questionList")
        index = view.model().index(self.titles.index(title), 0)
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        let_the_window_settle()

    def clicks_link(self, name: str, row: str) -> None:
        """Click a row of a list of links, by its accessible name."""
        buttons = self.finds(QAbstractButton, f"{name}Row")
        button = next(one for one in buttons if one.accessibleName() == row)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        let_the_window_settle()

    def clicks_into(self, name: str) -> None:
        """Click into a field, so that keys go there."""
        field = self.widget(QWidget, name)
        self.waits_for(field.isActiveWindow)
        target = field.viewport() if isinstance(field, QAbstractScrollArea) else field
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        let_the_window_settle()

    def can_click(self, name: str) -> bool:
        """Whether a button can be seen and used."""
        button = self.widget(QAbstractButton, name)
        return button.isVisible() and button.isEnabled()

    def chooses(self, name: str, entry: str) -> None:
        """Choose an entry of a drop-down list by typing its beginning, as keys allow."""
        box = self.widget(QComboBox, name)
        box.setFocus()
        QTest.keyClicks(box, entry)
        QTest.keyClick(box, Qt.Key.Key_Return)

    def filters(self, field: str, value: str) -> None:
        """Choose a value in a filter's menu, or take it away again."""
        action = next(one for one in self._filter_actions(field) if _value(one) == value)
        action.trigger()

    def counts(self, field: str) -> dict[str, int]:
        """The values of a filter's menu with their counts."""
        actions = self._filter_actions(field)
        return {_value(action): int(action.text().split("\t")[1]) for action in actions}

    def text(self, name: str) -> str:
        """The words on a label, a button or in a field."""
        widget = self.widget(QWidget, name)
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            return widget.toPlainText().rstrip("\n")
        assert isinstance(widget, QLabel | QAbstractButton | QLineEdit)
        return widget.text()

    def sees(self, name: str) -> bool:
        """Whether a widget is there and visible."""
        return any(widget.isVisible() for widget in self.finds(QWidget, name))

    def has_keys(self, name: str) -> bool:
        """Whether a field has the focus, so that keys go there."""
        return any(widget.hasFocus() for widget in self.finds(QWidget, name))

    def is_told(self, words: str) -> bool:
        """Whether a visible banner says so."""
        return any(
            words in label.text()
            for label in self.finds(QLabel, "bannerText")
            if label.isVisible()
        )

    def rows(self, name: str) -> list[str]:
        """The accessible names of the rows of a list of links."""
        buttons = self.finds(QAbstractButton, f"{name}Row")
        return [button.accessibleName() for button in buttons if button.isVisible()]

    def tabs_to(self, name: str) -> None:
        """Go to a widget by Tab alone; fails where that does not lead there."""
        for _ in range(MOST_TABS):
            if self.has_keys(name):
                return
            self.presses("Tab")
        raise AssertionError(f"no Tab leads to {name}")

    def lets_timers_fire(self, interval_ms: int) -> None:
        """Let all timers of an interval run out, as if one had waited so long."""
        for timer in self._window.findChildren(QTimer):
            if timer.isActive() and timer.interval() == interval_ms:
                timer.timeout.emit()
        let_the_window_settle()

    def minimises(self) -> None:
        """Put the window away."""
        self._window.showMinimized()

    def comes_back(self) -> None:
        """Go on in the window after a dialog, as a desktop lets one do by itself."""
        self._window.activateWindow()
        self.waits_for(self._window.isActiveWindow)

    @property
    def is_minimised(self) -> bool:
        return self._window.isMinimized()

    def widget(self, kind: type[Found], name: str) -> Found:
        """The one widget of that kind and name; the visible one where there are several."""
        found = self.finds(kind, name)
        visible = [one for one in found if isinstance(one, QWidget) and one.isVisible()]
        wanted = visible if len(found) > 1 else found
        assert len(wanted) == 1, f"{len(found)} widgets {name}, {len(visible)} of them visible"
        return wanted[0]

    def finds(self, kind: type[Found], name: str) -> list[Found]:
        """All widgets of that kind and name, also those that cannot be seen."""
        return self._window.findChildren(kind, name)

    @property
    def question(self) -> str:
        """The title of the question on show."""
        return self.text("questionTitle")

    @property
    def answer(self) -> str:
        """What stands in the editor."""
        return self.widget(QTextEdit, "editor").toPlainText()

    @property
    def titles(self) -> list[str]:
        """The titles in the list, from the top."""
        model = self.widget(QListView, "questionList").model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def chosen_title(self) -> str:
        """The title of the row that is marked in the list."""
        return str(self.widget(QListView, "questionList").currentIndex().data())

    @property
    def open_folds(self) -> list[str]:
        """The headings of the folded parts that stand open."""
        return [fold.text() for fold in self._folds() if fold.isChecked()]

    @property
    def folds(self) -> list[str]:
        """The headings of all folded parts."""
        return [fold.text() for fold in self._folds()]

    def _folds(self) -> list[QAbstractButton]:
        buttons = self._window.findChildren(QAbstractButton)
        named = [one for one in buttons if one.objectName().startswith("foldHeader")]
        return [one for one in named if one.isVisible()]

    def _filter_actions(self, field: str) -> list[QAction]:
        return self.widget(QToolButton, f"filter{field.capitalize()}").menu().actions()

    @property
    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self._window


def let_the_window_settle() -> None:
    """Let what is new be laid out and what is gone be removed, before anybody looks again."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _value(action: QAction) -> str:
    return str(action.data()[1])
