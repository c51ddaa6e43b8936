"""Connects the room kept in reserve: what is said of a full disk, and saving elsewhere."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.domain.errors import AppError, DiskFullError

USED = (
    "The disk is full. Your answer is saved, in room that Greenroom kept in reserve. "
    "Make some room soon."
)


class ReserveWiring(QObject):
    """Tells that the reserve was used, or that it did not do."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        parts.reserve.used.connect(self._tell_used)
        parts.answer.save_failed.connect(self._tell_failed)
        parts.window.first_painted.connect(parts.reserve.fill)
        parts.window.closing.connect(parts.reserve.close)

    def _tell_used(self) -> None:
        self._tell(USED)

    def _tell_failed(self, error: AppError) -> None:
        if isinstance(error, DiskFullError):
            self._tell(str(error))

    def _tell(self, text: str) -> None:
        banner = self._parts.window.banner
        banner.tell(text, (("Save elsewhere…", self._save_elsewhere), ("Close", banner.hide)))

    def _save_elsewhere(self) -> None:
        from desktop.files import replace_file  # noqa: PLC0415 - seldom

        text = self._parts.window.answer.read_editor().text
        path = self._parts.dialogs.choose_new_file(
            "Save the answer elsewhere", Path.home() / "answer.md", "Markdown (*.md)"
        )
        if path is None:
            return
        try:
            replace_file(path, text.encode("utf-8", "replace"))
        except AppError as error:
            self._tell(str(error))
        else:
            self._parts.window.banner.tell(f"Saved as {path}.", hide_after_ms=8_000)
