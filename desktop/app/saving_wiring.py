"""Connects what happens when an answer cannot be saved: it is said, kept, and saved elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent

from desktop.app.parts import Parts
from desktop.domain.errors import AppError

SAVED_AGAIN = "It works again: everything you typed is saved."
NOT_SAVED_YET = "Not closed: what you typed last is not saved yet. Close without it, or save it."
TOLD_MS = 5_000


class SavingWiring(QObject):
    """Tells of a refusing disk once, and closes no window with text that is only on its screen."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._may_lose = False
        parts.answer.save_failed.connect(self._tell_failed)
        parts.answer.save_recovered.connect(self._tell_recovered)
        parts.window.close_asked.connect(self._stay_with_unsaved)

    def _tell_failed(self, error: AppError) -> None:
        self._parts.window.answer.clock_bar.show_save_failed()
        banner = self._parts.window.banner
        banner.tell(str(error), (("Save elsewhere", self.save_elsewhere), ("Close", banner.hide)))

    def _tell_recovered(self) -> None:
        self._parts.window.banner.tell(SAVED_AGAIN, hide_after_ms=TOLD_MS)

    def save_elsewhere(self) -> None:
        """Write the text of the open answer where the person says."""
        draft = self._parts.answer.draft
        if draft is None:
            return
        name = f"{draft.question_key.rpartition('/')[2]}.md"
        path = self._parts.dialogs.choose_new_file(
            "Save your text", Path.home() / name, "Markdown (*.md)"
        )
        if path is not None:
            text = self._parts.window.answer.read_editor().text
            write = partial(_write, path, text)
            self._parts.runner.run("save elsewhere", write, self._tell_where)

    def _tell_where(self, path: Path) -> None:
        banner = self._parts.window.banner
        banner.tell(f"Your text is in {path}.", (("Close", banner.hide),))

    def _stay_with_unsaved(self, closing: QCloseEvent) -> None:
        if self._may_lose or self._parts.answer.save_now():
            return
        closing.ignore()
        self._parts.window.banner.tell(
            NOT_SAVED_YET,
            (("Save elsewhere", self.save_elsewhere), ("Close without it", self._close)),
        )

    def _close(self) -> None:
        self._may_lose = True
        self._parts.window.close()


def _write(path: Path, text: str) -> Path:
    from desktop.files import replace_file  # noqa: PLC0415 - seldom

    replace_file(path, text.encode(errors="replace"))
    return path
