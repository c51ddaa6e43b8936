"""Every action of the window, declared once; menus, palette and cheat sheet grow from it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget


def _always() -> bool:
    return True


def _no_hint() -> str:
    return ""


class Command(NamedTuple):
    """One action: where it stands in the menus, its title, its key, what it does and when it may.

    `is_on` makes it a switch and says its state; `hint` says in the menu what it still needs.
    """

    id: str
    menu: str
    title: str
    shortcut: str
    run: Callable[[], object]
    is_enabled: Callable[[], bool] = _always
    is_on: Callable[[], bool] | None = None
    hint: Callable[[], str] = _no_hint


SEPARATOR = ""
"""Stands between commands where the menu draws a line."""


class CommandBook(QObject):
    """The commands of one window as Qt actions."""

    def __init__(self, window: QWidget, entries: Iterable[Command | str]) -> None:
        super().__init__(window)
        self._window = window
        self._entries = tuple(entries)
        self._actions: dict[str, QAction] = {}
        for command in self.commands:
            self._actions[command.id] = self._new_action(command)

    @property
    def commands(self) -> tuple[Command, ...]:
        return tuple(entry for entry in self._entries if isinstance(entry, Command))

    def action(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def fill(self, bar: QMenuBar) -> None:
        """Grow the menus of a menu bar; states are read again each time one opens."""
        menu = None
        for entry in self._entries:
            if isinstance(entry, str):
                if menu is not None:
                    menu.addSeparator()
                continue
            if menu is None or menu.title() != entry.menu:
                menu = bar.addMenu(entry.menu)
                menu.aboutToShow.connect(self.refresh)
                menu.aboutToHide.connect(self._enable_all)
            menu.addAction(self._actions[entry.id])

    def refresh(self) -> None:
        """Read again which commands may run and which switches are on."""
        for command in self.commands:
            action = self._actions[command.id]
            action.setEnabled(command.is_enabled())
            action.setText(_title(command))
            if command.is_on is not None:
                action.setChecked(command.is_on())

    def _enable_all(self) -> None:
        """Let every key be heard again; a command that may not run then does nothing."""
        for action in self._actions.values():
            action.setEnabled(True)

    def _new_action(self, command: Command) -> QAction:
        action = QAction(command.title, self._window)
        action.setObjectName(command.id)
        action.setShortcut(QKeySequence(command.shortcut))
        action.setCheckable(command.is_on is not None)
        action.triggered.connect(_Runner(command, action))
        self._window.addAction(action)
        return action


def _title(command: Command) -> str:
    hint = command.hint()
    return f"{command.title} ({hint})" if hint else command.title


class _Runner:
    """Runs a command if it may run at this moment, whatever the action showed."""

    def __init__(self, command: Command, action: QAction) -> None:
        self._command = command
        self._action = action

    def __call__(self) -> None:
        if self._command.is_enabled():
            self._command.run()
        if self._command.is_on is not None:
            self._action.setChecked(self._command.is_on())
