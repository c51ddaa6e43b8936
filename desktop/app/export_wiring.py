"""Connects exports: each answer into a folder when it is sealed, all of them as a PDF."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.services.answer_bundle import AnswerBundle

SETTING = "auto_export_folder"
TOLD_MS = 8_000


class ExportWiring(QObject):
    """Turns it on by choosing a folder, and off again."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        export = parts.auto_export
        parts.journal_watch.practice_changed.connect(export.note)
        parts.journal_watch.notes_changed.connect(export.note)
        parts.window.closing.connect(export.finish)
        parts.export_flow.bundle_found.connect(self._print)
        export.edited_found.connect(self._tell_edited)
        export.refused.connect(self._tell_refusal)

    def is_on(self) -> bool:
        return bool(self._parts.settings.get_text(SETTING))

    def turn(self) -> None:
        """Choose a folder for it, or turn it off."""
        if self.is_on():
            self._parts.settings_flow.keep(SETTING, "")
            self._tell("Answers are no longer exported when sealed. What was written stays.")
            return
        folder = self._parts.dialogs.choose_folder(
            "Export each answer into a folder when it is sealed", Path.home()
        )
        if folder is not None:
            self._parts.settings_flow.keep(SETTING, str(folder))
            self._tell(f"Each answer is exported to {folder} when sealed, and when it is marked.")

    def _print(self, bundle: "AnswerBundle") -> None:
        from desktop.services.answer_bundle import TITLE  # noqa: PLC0415 - with the first bundle

        flow = self._parts.print_flow()
        flow.save_markdown(TITLE, bundle.below_title(), bundle.find_image)

    def _tell(self, text: str) -> None:
        self._parts.window.banner.tell(text, hide_after_ms=TOLD_MS)

    def _tell_edited(self, files: Sequence[Path]) -> None:
        names = ", ".join(path.name for path in files)
        self._tell(f"Left as you edited it, not exported again: {names}.")

    def _tell_refusal(self, error: AppError) -> None:
        banner = self._parts.window.banner
        banner.tell(str(error), (("Close", banner.hide),))
