"""The packs of questions: which there are, and what can be done with them."""

from collections.abc import Sequence

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

from desktop.domain.pack import Pack

SIZE_PX = (600, 400)
ABOUT = "A pack is a folder or a .zip of question files that came together."
NONE = f"No pack yet. {ABOUT}"


class PacksDialog(QDialog):
    """A list on the left, what can be done with the chosen pack on the right."""

    archive_requested = Signal()
    folder_requested = Signal()
    enabling_requested = Signal(str, bool)
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("packsDialog")
        self.setWindowTitle("Packs")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE_PX)
        self._packs: tuple[Pack, ...] = ()
        self._is_busy = True
        self._list = QListWidget()
        self._list.setObjectName("packList")
        self._list.setAccessibleName("Packs")
        self._list.currentRowChanged.connect(self._show_usable)
        self._told = QLabel(ABOUT)
        self._told.setObjectName("packsTold")
        self._told.setProperty("role", "small")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        archive = _button("packsInstallZip", "Install a .zip…")
        archive.clicked.connect(self.archive_requested)
        folder = _button("packsInstallFolder", "Install a folder…")
        folder.clicked.connect(self.folder_requested)
        self._turn = _button("packsTurn", "Disable")
        self._turn.clicked.connect(self._ask_to_turn)
        self._remove = _button("packsRemove", "Remove…")
        self._remove.clicked.connect(self._ask_to_remove)
        self._installers = (archive, folder)
        self._arrange()
        self._show_usable()

    def show_packs(self, packs: Sequence[Pack], said: str) -> None:
        """List the packs, the same one chosen, and say what was done."""
        chosen = self._chosen_name()
        self._packs = tuple(packs)
        self._list.blockSignals(True)
        self._list.clear()
        for pack in packs:
            count = (
                "1 question" if pack.question_count == 1 else f"{pack.question_count} questions"
            )
            state = "" if pack.is_enabled else " · disabled"
            self._list.addItem(QListWidgetItem(f"{pack.name}\n{count}{state}"))
        names = [pack.name for pack in packs]
        self._list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self._list.blockSignals(False)
        self.tell(said or (ABOUT if packs else NONE))
        self._show_usable()

    def tell(self, text: str) -> None:
        """Say what came of something that was asked for."""
        self._told.setText(text)

    def show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - a signal's payload
        """Let nothing be asked for while something is under way."""
        self._is_busy = is_busy
        self._show_usable()

    def _chosen(self) -> Pack | None:
        row = self._list.currentRow()
        return self._packs[row] if 0 <= row < len(self._packs) else None

    def _chosen_name(self) -> str:
        pack = self._chosen()
        return pack.name if pack else ""

    def _show_usable(self) -> None:
        pack = self._chosen()
        self._turn.setText("Enable" if pack and not pack.is_enabled else "Disable")
        for button in (self._turn, self._remove):
            button.setEnabled(pack is not None and not self._is_busy)
        for button in self._installers:
            button.setEnabled(not self._is_busy)

    def _ask_to_turn(self) -> None:
        if pack := self._chosen():
            self.enabling_requested.emit(pack.name, not pack.is_enabled)

    def _ask_to_remove(self) -> None:
        if pack := self._chosen():
            self.removal_requested.emit(pack.name)

    def _arrange(self) -> None:
        actions = QVBoxLayout()
        actions.setSpacing(8)
        for button in self._installers:
            actions.addWidget(button)
        actions.addSpacing(12)
        actions.addWidget(self._turn)
        actions.addWidget(self._remove)
        actions.addStretch(1)
        close = _button("packsClose", "Close")
        close.clicked.connect(self.accept)
        actions.addWidget(close)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list, 1)
        row.addLayout(actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self._told)


def _button(name: str, title: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", "plain")
    button.setAutoDefault(False)
    return button
