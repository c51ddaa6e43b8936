"""Connects the page of progress: its facts, the questions it leads to, its exports."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.domain.progress import ProgressFacts
    from desktop.ui.progress_page import ProgressPage

FOLDER_KEY = "progress/folder"
TABLES = "CSV"
TOLD_MS = 8_000


class ProgressWiring(QObject):
    """Makes the page when it is asked for, and draws it anew when practice changed."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._page: ProgressPage | None = None
        parts.library.index_changed.connect(self._read_again)
        parts.journal_watch.interviews_changed.connect(self._read_again)
        parts.reviews.progress_read.connect(self._show)
        parts.appearance.changed.connect(self._dress)

    def is_shown(self) -> bool:
        return self._page is not None and self._parts.window.page is self._page

    def turn(self) -> None:
        """Show the page of progress, or go back to the panes."""
        if self.is_shown():
            self._parts.window.show_panes()
            return
        page = self._page = self._page or self._new_page()
        self._parts.window.show_page(page)
        page.setFocus()
        self._parts.reviews.read_progress()

    def _new_page(self) -> "ProgressPage":
        from desktop.ui.progress_page import ProgressPage  # noqa: PLC0415 - when it is asked for

        page = ProgressPage(self._parts.appearance.theme)
        page.question_chosen.connect(self._open)
        page.export_requested.connect(self._export)
        page.close_requested.connect(self._parts.window.show_panes)
        return page

    def _read_again(self) -> None:
        if self.is_shown():
            self._parts.reviews.read_progress()

    def _show(self, facts: "ProgressFacts") -> None:
        if self._page is not None:
            self._page.show_facts(facts)

    def _open(self, key: str) -> None:
        self._parts.window.show_panes()
        self._parts.question.open(key)
        self._parts.window.browser.choose(key)

    def _export(self, form: str, picture: str) -> None:
        """Ask where a picture, or the whole page, is to be written, and write it."""
        page = self._page
        if page is None:
            return
        folder = Path(self._parts.memory.text(FOLDER_KEY, str(Path.home())))
        path = self._choose_place(folder, form, picture)
        if path is None:
            return
        self._parts.memory.keep(FOLDER_KEY, str(path.parent))
        try:
            page.export(picture, form, path)
        except AppError as error:
            self._parts.window.banner.tell(str(error))
        else:
            self._parts.window.banner.tell(f"Saved as {path}.", hide_after_ms=TOLD_MS)

    def _choose_place(self, folder: Path, form: str, picture: str) -> Path | None:
        if form == TABLES and not picture:
            return self._parts.dialogs.choose_folder("A folder for the tables", folder)
        ending = f".{form.lower()}"
        path = self._parts.dialogs.choose_new_file(
            "Export progress", folder / f"{picture or 'progress'}{ending}", f"{form} (*{ending})"
        )
        return path.with_name(path.name + ending) if path and not path.suffix else path

    def _dress(self) -> None:
        if self._page is not None:
            self._page.set_theme(self._parts.appearance.theme)
