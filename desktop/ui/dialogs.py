"""Questions put to the person in windows of their own; tests answer them with a fake."""

from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError


class Dialogs(Protocol):
    """What can be asked."""

    def confirm(self, question: str, explanation: str, yes: str) -> bool:
        """Ask before something that cannot be undone; `yes` is the title of its button."""
        ...

    def choose_folder(self, title: str, start: Path) -> Path | None:
        """Ask for a folder; None if none was chosen."""
        ...

    def choose_file(self, title: str, pattern: str) -> Path | None:
        """Ask for an existing file; None if none was chosen."""
        ...

    def choose_new_file(self, title: str, proposal: Path, pattern: str) -> Path | None:
        """Ask where a file is to be written; None if nowhere."""
        ...

    def ask_name(self, title: str, label: str, proposal: str) -> str | None:
        """Ask for a line of text; None if it was not given."""
        ...

    def choose_day(self, title: str, label: str, proposal: date, earliest: date) -> date | None:
        """Ask for a day; None if it was not given."""
        ...

    def show_error(self, error: AppError) -> None:
        """Tell what happened and what to do."""
        ...


class WindowDialogs:
    """Asks in front of a window; PySide sets up the classes of dialogs when they are named."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def confirm(self, question: str, explanation: str, yes: str) -> bool:
        box = QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.NoIcon, "Greenroom", question, parent=self._window
        )
        box.setInformativeText(explanation)
        agree = box.addButton(yes, QtWidgets.QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel))
        box.exec()
        is_agreed = box.clickedButton() is agree
        box.deleteLater()
        return is_agreed

    def choose_folder(self, title: str, start: Path) -> Path | None:
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self._window, title, str(start))
        return Path(chosen) if chosen else None

    def choose_file(self, title: str, pattern: str) -> Path | None:
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, title, "", pattern)
        return Path(chosen) if chosen else None

    def choose_new_file(self, title: str, proposal: Path, pattern: str) -> Path | None:
        chosen, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._window, title, str(proposal), pattern
        )
        return Path(chosen) if chosen else None

    def ask_name(self, title: str, label: str, proposal: str) -> str | None:
        dialog = QtWidgets.QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(proposal)
        dialog.resize(360, dialog.height())
        is_given = dialog.exec() == QtWidgets.QInputDialog.DialogCode.Accepted
        name = dialog.textValue()
        dialog.deleteLater()
        return name if is_given else None

    def choose_day(self, title: str, label: str, proposal: date, earliest: date) -> date | None:
        from desktop.ui.day_dialog import DayDialog  # noqa: PLC0415 - when it is asked for

        dialog = DayDialog(title, label, proposal, earliest, self._window)
        is_given = dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted
        day = dialog.day
        dialog.deleteLater()
        return day if is_given else None

    def show_error(self, error: AppError) -> None:
        box = QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.NoIcon, "Greenroom", error.message, parent=self._window
        )
        box.setInformativeText(error.hint)
        box.exec()
        box.deleteLater()
