"""From the wish to import a question to the question in the list."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.ui.dialogs import Dialogs
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.controllers.import_controller import ImportController
    from desktop.services.take_in_page import ReadPage
    from desktop.ui.import_dialog import ImportDialog

PATTERN = (
    "Questions (*.md *.markdown *.txt *.csv *.tsv *.json *.jsonl *.zip *.apkg *.colpkg"
    " *.html *.htm)"
    ";;All files (*)"
)


class ImportFlow(QObject):
    """Opens the dialog, fills it, and closes it when the question is saved."""

    question_saved = Signal(str)
    file_given = Signal(object)
    """A file to be read, which may hold many questions."""
    all_requested = Signal(str)
    """A text of which all questions are to be read."""

    def __init__(
        self,
        window: MainWindow,
        make_controller: "Callable[[], ImportController]",
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._make_controller = make_controller
        self._importing: ImportController | None = None
        self._dialogs = dialogs
        self._dialog: ImportDialog | None = None

    def begin(self) -> None:
        """Open the dialog, or bring the open one to the front."""
        if self._dialog is None:
            self._dialog = self._new_dialog(self._controller())
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def read_page(self, path: Path) -> None:
        """Show the page in a file, about one question."""
        self.begin()
        self._controller().read_file(path)

    def close(self) -> None:
        """Close the dialog, as the questions are shown in another."""
        if self._dialog is not None:
            self._dialog.reject()

    def show_refusal(self, error: AppError) -> bool:
        """Say in the dialog why a file cannot be read; False where none is open."""
        self._show_refusal(error)
        return self._dialog is not None

    def _controller(self) -> "ImportController":
        if self._importing is None:
            self._importing = self._make_controller()
            self._importing.page_read.connect(self._show_page)
            self._importing.page_refused.connect(self._show_refusal)
            self._importing.question_saved.connect(self._finish)
            self._importing.save_refused.connect(self._show_save_refusal)
        return self._importing

    def _new_dialog(self, importing: "ImportController") -> "ImportDialog":
        from desktop.ui.import_dialog import ImportDialog  # noqa: PLC0415 - after the start

        dialog = ImportDialog(self._window)
        dialog.text_given.connect(importing.read_text)
        dialog.html_given.connect(importing.read_text)
        dialog.file_requested.connect(self._choose_file)
        dialog.file_given.connect(self._read_dropped)
        dialog.save_requested.connect(importing.save)
        dialog.all_requested.connect(self.all_requested)
        dialog.finished.connect(self._forget)
        return dialog

    def _choose_file(self) -> None:
        path = self._dialogs.choose_file("Import a question page", PATTERN)
        if path is not None:
            self.file_given.emit(path)

    def _read_dropped(self, path: str) -> None:
        self.file_given.emit(Path(path))

    def _show_page(self, page: "ReadPage") -> None:
        if self._dialog is not None:
            self._dialog.show_page(page.source, page.imported)
            self._dialog.offer_all(page.many)

    def _show_refusal(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_nothing(str(error))

    def _show_save_refusal(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_summary(str(error))

    def _finish(self, key: str) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.question_saved.emit(key)

    def _forget(self) -> None:
        self._dialog = None
