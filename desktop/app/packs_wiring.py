"""Connects the packs of questions: the dialog, what it asks for, and the bank."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.controllers.later import Later
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.bank.packs import Packs
    from desktop.controllers.packs_controller import PacksController, PacksDone
    from desktop.ui.packs_dialog import PacksDialog

PATTERN = "Packs (*.zip);;All files (*)"


class PacksWiring(QObject):
    """Makes the dialog when it is asked for."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._packs = Later(partial(_build_packs, parts))
        self._controller: PacksController | None = None
        self._dialog: PacksDialog | None = None
        parts.window.first_painted.connect(self._settle)

    def open(self) -> None:
        """Show the packs."""
        if self._dialog is None:
            self._dialog = self._new_dialog()
            self._dialog.open()
        self._connected().look()

    def _settle(self) -> None:
        """Put right what an update that broke off has left."""
        if not self._parts.folders.packs.exists():
            return
        packs = self._packs

        def settle() -> None:
            packs().settle()

        self._parts.runner.run("settle packs", settle, _pass_over)

    def _connected(self) -> "PacksController":
        from desktop.controllers.packs_controller import (  # noqa: PLC0415 - at its first use
            PacksController,
        )

        if self._controller is None:
            controller = PacksController(self._packs, self._parts.runner, self)
            controller.done.connect(self._show)
            controller.bank_changed.connect(self._parts.library.refresh)
            controller.update_found.connect(self._ask_to_update)
            controller.refused.connect(self._refuse)
            controller.busy_changed.connect(self._show_busy)
            self._controller = controller
        return self._controller

    def _new_dialog(self) -> "PacksDialog":
        from desktop.ui.packs_dialog import PacksDialog  # noqa: PLC0415 - at its first use

        dialog = PacksDialog(self._parts.window)
        dialog.archive_requested.connect(self._choose_archive)
        dialog.folder_requested.connect(self._choose_folder)
        dialog.enabling_requested.connect(self._set_enabled)
        dialog.removal_requested.connect(self._ask_to_remove)
        dialog.finished.connect(self._forget)
        return dialog

    def _choose_archive(self) -> None:
        path = self._parts.dialogs.choose_file("Install a pack", PATTERN)
        if path is not None:
            self._connected().take_in(path)

    def _choose_folder(self) -> None:
        path = self._parts.dialogs.choose_folder("Install a pack", Path.home())
        if path is not None:
            self._connected().take_in(path)

    def _ask_to_update(self, path: Path, name: str) -> None:
        if self._parts.dialogs.confirm(
            f"Update the pack {name}?",
            f"It is installed already. The old one goes to {self._parts.folders.bin}.",
            "Update",
        ):
            self._connected().update(path)

    def _set_enabled(self, name: str, is_enabled: bool) -> None:  # noqa: FBT001 - a signal's payload
        self._connected().set_enabled(name, is_enabled=is_enabled)

    def _ask_to_remove(self, name: str) -> None:
        if self._parts.dialogs.confirm(
            f"Remove the pack {name}?",
            f"Its files go to {self._parts.folders.bin}. Your answers to its questions are kept.",
            "Remove",
        ):
            self._connected().remove(name)

    def _show(self, done: "PacksDone") -> None:
        if self._dialog is not None:
            self._dialog.show_packs(done.packs, done.said)

    def _show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - a signal's payload
        if self._dialog is not None:
            self._dialog.show_busy(is_busy)

    def _refuse(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.tell(str(error))

    def _forget(self) -> None:
        self._dialog = None


def _build_packs(parts: Parts) -> "Packs":
    from desktop.bank.bin_folder import BinFolder  # noqa: PLC0415 - after the first paint
    from desktop.bank.packs import Packs  # noqa: PLC0415 - as above

    folders = parts.folders
    return Packs(folders.packs, BinFolder(folders.bin / "packs", parts.clock.now))


def _pass_over(_nothing: None) -> None:
    """There is nothing to do when all is settled."""
