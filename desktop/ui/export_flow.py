"""Asks where answers go, and says how many went."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.controllers.export_controller import ExportController
from desktop.ui.dialogs import Dialogs
from desktop.ui.main_window import MainWindow
from desktop.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from desktop.services.export_answers import ExportReport
    from desktop.services.export_library import ExportedLibrary


ONE_FILE = "Markdown (*.md);;HTML page (*.html)"


class ExportFlow(QObject):
    """From the wish to export to the word that it is done."""

    bundle_found = Signal(object)
    """All answers as one, to be printed."""

    def __init__(
        self,
        window: MainWindow,
        exporting: ExportController,
        dialogs: Dialogs,
        memory: WindowMemory,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._exporting = exporting
        self._dialogs = dialogs
        self._memory = memory
        self._folder = Path()
        exporting.exported.connect(self._tell)
        exporting.everything_exported.connect(self._tell)
        exporting.bundle_written.connect(self._tell_bundle)
        exporting.bundle_found.connect(self.bundle_found)

    def export_all(self) -> None:
        """Ask for a folder and export the answers to every question."""
        folder = self._choose_folder()
        if folder is not None:
            self._exporting.export_all(folder)

    def export_bundle(self) -> None:
        """Ask for a file and export all answers into it."""
        last = self._memory.text("export_folder")
        folder = Path(last) if last else Path.home()
        path = self._dialogs.choose_new_file(
            "Export answers as one file", folder / "greenroom-answers.md", ONE_FILE
        )
        if path is not None:
            self._exporting.export_bundle(path if path.suffix else path.with_suffix(".md"))

    def export_pdf(self) -> None:
        """Make a PDF of all answers; where it goes is asked when they are read."""
        self._exporting.find_bundle()

    def export_everything(self) -> None:
        """Ask for a folder and export the whole library."""
        folder = self._choose_folder()
        if folder is not None:
            self._exporting.export_everything(folder)

    def export_one(self, key: str) -> None:
        """Ask for a folder and export the answers to one question."""
        folder = self._choose_folder()
        if folder is not None:
            self._exporting.export_one(folder, key)

    def _choose_folder(self) -> Path | None:
        last = self._memory.text("export_folder")
        start = Path(last) if last else Path.home()
        folder = self._dialogs.choose_folder("Export answers to a folder", start)
        if folder is not None:
            self._memory.keep("export_folder", str(folder))
        return folder

    def _tell(self, report: "ExportReport | ExportedLibrary") -> None:
        self._folder = report.folder
        self._window.banner.tell(
            str(report),
            (("Open folder", self._open_folder), ("Close", self._window.banner.hide)),
        )

    def _tell_bundle(self, path: Path) -> None:
        self._folder = path.parent
        self._window.banner.tell(
            f"Your answers are in {path}.",
            (("Open folder", self._open_folder), ("Close", self._window.banner.hide)),
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
