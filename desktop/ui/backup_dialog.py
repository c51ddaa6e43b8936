"""The backups: when each was made, how large it is, what is in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import AppError
from desktop.ui.backup_words import backup_moment, backup_reason, backup_size

if TYPE_CHECKING:
    from desktop.journal.inspection import JournalContents
    from desktop.services.list_backups import ListedBackup

SIZE_PX = (620, 480)
ABOUT = (
    "Made after changes, at most every half hour, and when Greenroom closes. "
    "Older ones grow fewer."
)
NONE_YET = "No backup yet. The first comes a minute after the next change."


class BackupDialog(QDialog):
    """A list of backups, newest first, and what can be done with the chosen one."""

    test_requested = Signal(object)
    restore_requested = Signal(object)
    back_up_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("backupDialog")
        self.setWindowTitle("Backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE_PX)
        self._listed: tuple[ListedBackup, ...] = ()
        self._list = QListWidget()
        self._list.setObjectName("backupList")
        self._list.setAccessibleName("Backups, newest first")
        self._list.currentRowChanged.connect(self._choose)
        self._told = QLabel()
        self._told.setObjectName("backupTold")
        self._told.setProperty("role", "small")
        self._told.setWordWrap(True)
        self._test = _button("backupTest", "&Test this backup")
        self._restore = _button("backupRestore", "&Restore…")
        self._back_up = _button("backupNow", "&Back up now")
        self._test.clicked.connect(self._ask_test)
        self._restore.clicked.connect(self._ask_restore)
        self._back_up.clicked.connect(self._ask_backup)
        self._arrange()
        self._choose(-1)

    def show_backups(self, listed: "tuple[ListedBackup, ...]") -> None:
        """Show the backups there are; the newest is chosen."""
        self._listed = listed
        self._list.clear()
        for one in listed:
            self._list.addItem(_row(one))
        self._list.setCurrentRow(0 if listed else -1)
        self._list.setFocus()
        self.tell("" if listed else NONE_YET)
        self._back_up.setEnabled(True)

    def show_tested(self, path: Path, found: "JournalContents | AppError") -> None:
        """Say how the test of a backup went."""
        self._test.setEnabled(True)
        listed = next((one for one in self._listed if one.backup.path == path), None)
        if listed is None:
            return
        when = backup_moment(listed.backup.made_at)
        if isinstance(found, AppError):
            self.tell(f"The backup of {when} cannot be used: {found.message}")
        else:
            self.tell(f"The backup of {when} is sound: {found}.")

    def tell(self, text: str) -> None:
        """Say what came of something that was asked for."""
        self._told.setText(text)
        self._back_up.setEnabled(True)

    def _arrange(self) -> None:
        about = QLabel(ABOUT)
        about.setProperty("role", "small")
        about.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._back_up)
        buttons.addStretch(1)
        buttons.addWidget(self._test)
        buttons.addWidget(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(about)
        column.addWidget(self._list, 1)
        column.addWidget(self._told)
        column.addLayout(buttons)

    def _choose(self, row: int) -> None:
        is_chosen = row >= 0
        self._test.setEnabled(is_chosen)
        self._restore.setEnabled(is_chosen and self._listed[row].contents is not None)
        self._told.clear()

    def _ask_test(self) -> None:
        self._test.setEnabled(False)
        self._told.setText("Testing…")
        self.test_requested.emit(self._listed[self._list.currentRow()].backup.path)

    def _ask_restore(self) -> None:
        self.restore_requested.emit(self._listed[self._list.currentRow()])

    def _ask_backup(self) -> None:
        self._back_up.setEnabled(False)
        self.back_up_requested.emit()


def _row(listed: "ListedBackup") -> QListWidgetItem:
    backup = listed.backup
    reason = backup_reason(backup)
    first = backup_moment(backup.made_at) + (f" · {reason}" if reason else "")
    contents = str(listed.contents) if listed.contents else "cannot be read"
    return QListWidgetItem(f"{first}\n{backup_size(backup.size)} · {contents}")


def _button(name: str, title: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", "plain")
    button.setAutoDefault(False)
    return button
