"""From the wish to print to a sheet of paper or a PDF file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QDate, QIODevice, QLocale, QMarginsF, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter

from desktop.controllers.print_controller import PrintController
from desktop.domain.errors import AppError
from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import Block, Heading, Page, Rule, Text
from desktop.rendering.tree_formulas import formulas_in
from desktop.services.export_file_names import choose_file_name
from desktop.services.question_sheet import QuestionSheet
from desktop.ui.appearance import Appearance
from desktop.ui.dialogs import Dialogs
from desktop.ui.main_window import MainWindow
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.page_print import print_page
from desktop.ui.print_dialog import PrintDialog, PrintedPart
from desktop.ui.sealed_view import attempt_title
from desktop.ui.window_memory import WindowMemory

TEXT_PX = 14.0
"""10.5 points; some 80 characters on a line of A4."""

MARGINS_MM = QMarginsF(18, 16, 18, 12)


class _Print(NamedTuple):
    """What is being printed: its title, the blocks before the answer, and where it goes."""

    title: str
    blocks: tuple[Block, ...]
    images: ImageReader
    paint: "Paint"


Paint = Callable[[_Print, Page], None]
"""Brings what is printed onto paper or into a file."""


class PrintFlow(QObject):
    """Prints the question on show and the answer to it, a draft or a sealed one.

    The answer is rendered and its formulas are typeset behind the window; painting the sheets
    takes the window's thread some 20 ms each, under a busy cursor.
    """

    def __init__(
        self,
        window: MainWindow,
        printing: PrintController,
        appearance: Appearance,
        formulas: FormulaShelf,
        dialogs: Dialogs,
        memory: WindowMemory,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._printing = printing
        self._appearance = appearance
        self._formulas = formulas
        self._dialogs = dialogs
        self._memory = memory
        self._choose_target: Callable[[], Paint | None] = self._choose_question_file
        self._print: _Print | None = None
        self._page = Page()
        self._missing: set[FormulaKey] = set()
        self._saved = Path()
        printing.rendered.connect(self._take_answer)
        printing.saved.connect(self._tell_saved)
        formulas.formula_put.connect(self._note_formula)

    def print_shown(self) -> None:
        """Ask what to print, and print it."""
        self._ask("Print…", self._choose_printer)

    def save_pdf(self) -> None:
        """Ask what to print, and write it to a PDF file."""
        self._ask("Save as PDF…", self._choose_question_file)

    def save_markdown(self, title: str, markdown: str, images: ImageReader = no_images) -> None:
        """Write a Markdown text to a PDF file below that title; `images` reads its pictures."""
        paint = self._choose_file(f"{title}.pdf")
        if paint is not None:
            self._print = _Print(title, (_heading(1, title),), images, paint)
            self._window.setCursor(Qt.CursorShape.BusyCursor)
            self._printing.render(markdown)

    def _ask(self, title: str, choose_target: Callable[[], Paint | None]) -> None:
        self._choose_target = choose_target
        has_answer = bool(self._window.answer.shown_markdown.strip())
        dialog = PrintDialog(title, has_answer=has_answer, parent=self._window)
        dialog.part_chosen.connect(self._begin)
        dialog.open()

    def _begin(self, part: PrintedPart) -> None:
        sheet = self._window.detail.sheet
        if sheet is None or self._choose_target is None:
            return
        paint = self._choose_target()
        if paint is None:
            return
        blocks = tuple(self._blocks_before(sheet, part))
        self._print = _Print(sheet.title, blocks, self._window.detail.images, paint)
        self._window.setCursor(Qt.CursorShape.BusyCursor)
        self._printing.render(self._window.answer.shown_markdown if part.has_answer else "")

    def _blocks_before(self, sheet: QuestionSheet, part: PrintedPart) -> Iterator[Block]:
        """The title, the question as it is open, and the heading of the answer."""
        yield _heading(1, sheet.title)
        if part.has_question:
            yield from sheet.prompt.blocks
            for title, page in self._window.detail.open_pages():
                yield _heading(2, title)
                yield from page.blocks
        if part.has_question and part.has_answer:
            yield Rule()
        if part.has_answer:
            yield _heading(1, self._answer_title())

    def _answer_title(self) -> str:
        attempt = self._window.answer.shown_attempt
        return attempt_title(attempt) if attempt else "Answer"

    def _take_answer(self, answer: Page) -> None:
        if self._print is not None:
            self._page = Page((*self._print.blocks, *answer.blocks))
            keys = set(formulas_in(self._page.blocks))
            self._missing = {key for key in keys if self._formulas.find(key) is None}
            self._paint_when_complete()

    def _note_formula(self, key: FormulaKey) -> None:
        if key in self._missing:
            self._missing.discard(key)
            self._paint_when_complete()

    def _paint_when_complete(self) -> None:
        if self._print is not None and not self._missing:
            current, self._print = self._print, None
            current.paint(current, self._page)
            self._window.unsetCursor()

    def _choose_question_file(self) -> Paint | None:
        sheet = self._window.detail.sheet
        name = Path(choose_file_name(sheet.key if sheet else "", ())).with_suffix(".pdf")
        return self._choose_file(str(name))

    def _choose_file(self, name: str) -> Paint | None:
        folder = Path(self._memory.text("pdf_folder", str(Path.home())))
        path = self._dialogs.choose_new_file("Save as PDF", folder / name, "PDF files (*.pdf)")
        if path is None:
            return None
        self._memory.keep("pdf_folder", str(path.parent))
        return partial(self._paint_file, path if path.suffix else path.with_suffix(".pdf"))

    def _paint_file(self, path: Path, current: _Print, page: Page) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(current.title)
        writer.setCreator("Greenroom")
        writer.setPageSize(QPageSize(_paper()))
        writer.setPageMargins(MARGINS_MM, QPageLayout.Unit.Millimeter)
        self._paint(writer, current, page)
        self._printing.save(path, bytes(buffer.data().data()))

    def _choose_printer(self) -> Paint | None:
        from PySide6.QtPrintSupport import (  # noqa: PLC0415 - when it is asked for
            QPrintDialog,
            QPrinter,
            QPrinterInfo,
        )

        if not QPrinterInfo.availablePrinterNames():
            self._dialogs.show_error(
                AppError("No printer was found.", "Connect one, or save as PDF with Ctrl+Alt+P.")
            )
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(_paper()))
        printer.setPageMargins(MARGINS_MM, QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self._window)
        is_agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return partial(self._paint_printer, printer) if is_agreed else None

    def _paint_printer(self, printer: QPagedPaintDevice, current: _Print, page: Page) -> None:
        if not self._paint(printer, current, page):
            self._dialogs.show_error(
                AppError("The printer took nothing.", "Check that it is on, or save as PDF.")
            )

    def _paint(self, device: QPagedPaintDevice, current: _Print, page: Page) -> int:
        today = QLocale().toString(QDate.currentDate(), "d MMMM yyyy")
        style = self._appearance.paper_style(TEXT_PX)
        footer = f"{current.title} · {today}"
        return print_page(page, device, style, self._formulas, current.images, footer)

    def _tell_saved(self, path: Path) -> None:
        self._saved = path
        banner = self._window.banner
        banner.tell(f"Saved as {path.name}.", (("Open", self._open_saved), ("Close", banner.hide)))

    def _open_saved(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))


def _heading(level: int, text: str) -> Heading:
    return Heading(level, (Text(text),))


def _paper() -> QPageSize.PageSizeId:
    """Letter where inches are used, A4 elsewhere."""
    is_american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4
