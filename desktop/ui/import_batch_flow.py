"""From a file, a folder or something dropped on the window to many questions in the list."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent

from desktop.domain.errors import AppError
from desktop.domain.import_batch import ColumnMapping, ImportKind
from desktop.domain.import_receipt import ImportReceipt, UndoneImport
from desktop.ui.appearance import Appearance
from desktop.ui.dialogs import Dialogs
from desktop.ui.import_flow import PATTERN, ImportFlow
from desktop.ui.main_window import MainWindow
from desktop.ui.page.formula_shelf import FormulaShelf

if TYPE_CHECKING:
    from desktop.controllers.import_batch_controller import ImportBatchController
    from desktop.rendering.page_tree import Page
    from desktop.services.compare_import import ReadBatch
    from desktop.services.import_library import ImportedLibrary
    from desktop.ui.import_batch_dialog import ImportBatchDialog


PASTED = "pasted text"


class ImportBatchFlow(QObject):
    """Asks for what to import, shows it, writes it, and offers to take it back.

    A page about one question goes to the flow of pages, whose dialog shows its fields.
    """

    questions_changed = Signal()
    library_taken = Signal()
    """The journal has more in it, of any question."""

    def __init__(
        self,
        window: MainWindow,
        pages: ImportFlow,
        make_controller: "Callable[[], ImportBatchController]",
        dialogs: Dialogs,
        appearance: Appearance,
        formulas: FormulaShelf,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._make_controller = make_controller
        self._dialogs = dialogs
        self._appearance = appearance
        self._formulas = formulas
        self._made: ImportBatchController | None = None
        self._dialog: ImportBatchDialog | None = None
        self._source: Path | bytes = Path()
        self._name = ""
        self._receipt: ImportReceipt | None = None
        self._may_take_drops: Callable[[], bool] = _always
        pages.file_given.connect(self.read)
        pages.all_requested.connect(self.read_text)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.closing.connect(self._end)

    def take_drops_while(self, may_take: Callable[[], bool]) -> None:
        """Say when what is dropped on the window is taken; commands are held back elsewhere."""
        self._may_take_drops = may_take

    def begin_file(self) -> None:
        """Ask for a file and read it."""
        path = self._dialogs.choose_file("Import questions from a file", PATTERN)
        if path is not None:
            self.read(path)

    def begin_folder(self) -> None:
        """Ask for a folder and read all questions in it."""
        folder = self._dialogs.choose_folder("Import questions from a folder", Path.home())
        if folder is not None:
            self.read(folder)

    def read(self, path: Path) -> None:
        """Read a file or a folder; the dialog opens when it is read.

        A folder with a whole library is added at once, as nothing here is lost by it.
        """
        from desktop.services.library_manifest import is_library  # noqa: PLC0415 - after the start

        if is_library(path):
            self._controller.take_library(path)
        else:
            self._read(path, path.name)

    def read_text(self, text: str) -> None:
        """Read all questions of a text that was pasted."""
        self._read(text.encode("utf-8", "replace"), PASTED)

    def undo_latest(self) -> None:
        """Take back the newest import, also of an earlier start."""
        self._controller.undo_latest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and self._takes(event):  # entering and moving are, too
            return True
        return super().eventFilter(watched, event)

    def _read(self, source: Path | bytes, name: str) -> None:
        self._source, self._name = source, name
        self._controller.read(source, name)

    def _takes(self, event: QDropEvent) -> bool:
        """Whether what is dragged over the window is a file to read; reads it when dropped."""
        path = _dropped(event.mimeData())
        if path is None or not self._may_take_drops():
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.read(path)
        return True

    @property
    def _controller(self) -> "ImportBatchController":
        if self._made is None:
            self._made = self._make_controller()
            self._made.batch_read.connect(self._show)
            self._made.batch_refused.connect(self._refuse)
            self._made.previewed.connect(self._show_page)
            self._made.written.connect(self._finish)
            self._made.write_refused.connect(self._refuse)
            self._made.undone.connect(self._tell_undone)
            self._made.library_taken.connect(self._tell_library)
        return self._made

    def _show(self, read: "ReadBatch") -> None:
        if read.batch.kind is ImportKind.PAGE:
            if isinstance(self._source, Path):
                self._pages.read_page(self._source)
            return
        self._pages.close()
        if self._dialog is None:
            self._dialog = self._new_dialog()
        self._dialog.show_batch(read)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _new_dialog(self) -> "ImportBatchDialog":
        from desktop.ui.import_batch_dialog import (  # noqa: PLC0415 - after the start
            ImportBatchDialog,
        )

        dialog = ImportBatchDialog(self._appearance.page_style, self._formulas, self._window)
        dialog.mapping_changed.connect(self._read_so)
        dialog.candidate_chosen.connect(self._controller.preview)
        dialog.import_requested.connect(self._controller.write)
        dialog.finished.connect(self._forget)
        return dialog

    def _read_so(self, mapping: ColumnMapping, has_header: bool | None) -> None:  # noqa: FBT001 - a signal's payload
        from desktop.services.read_import import ImportWish  # noqa: PLC0415 - after the start

        self._controller.read(self._source, self._name, ImportWish(mapping, has_header))

    def _show_page(self, page: "Page") -> None:
        if self._dialog is not None:
            self._dialog.show_page(page)

    def _refuse(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_refusal(str(error))
        elif not self._pages.show_refusal(error):
            self._window.banner.tell(str(error), (("Close", self._window.banner.hide),))

    def _finish(self, receipt: ImportReceipt) -> None:
        self._receipt = receipt
        if self._dialog is not None:
            self._dialog.accept()
        told = [f"{receipt.made:,} imported" if receipt.made else ""]
        told.append(f"{receipt.replaced:,} replaced" if receipt.replaced else "")
        words = ", ".join(filter(None, told))
        answers = (("Undo", self._undo), ("Close", self._window.banner.hide))
        self._window.banner.tell(f"{words} from {receipt.name}.", answers)
        self.questions_changed.emit()

    def _undo(self) -> None:
        if self._receipt is not None:
            self._controller.undo(self._receipt)

    def _tell_undone(self, undone: UndoneImport | None) -> None:
        self._receipt = None
        self._window.banner.tell(_undone_words(undone), (("Close", self._window.banner.hide),))
        self.questions_changed.emit()

    def _tell_library(self, taken: "ImportedLibrary") -> None:
        self._window.banner.tell(str(taken), (("Close", self._window.banner.hide),))
        self.questions_changed.emit()
        self.library_taken.emit()

    def _end(self) -> None:
        if self._made is not None:
            self._made.end()

    def _forget(self) -> None:
        self._dialog = None


def _always() -> bool:
    return True


def _dropped(data: QMimeData) -> Path | None:
    """The first file or folder of this computer among what is dragged."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(paths[0]) if paths else None


def _undone_words(undone: UndoneImport | None) -> str:
    if undone is None:
        return "There is no import to take back."
    words = f"The import was taken back: {undone.removed:,} removed"
    words += f", {undone.restored:,} put back." if undone.restored else "."
    if undone.kept:
        names = ", ".join(path.name for path in undone.kept[:3])
        words += f" Changed since, so kept: {names}."
    return words
