"""Opens what helps to find one's way: all commands, all keys, what this is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from desktop.ui.commands import CommandBook
from desktop.ui.main_window import MainWindow

ABOUT = (
    "<h3>Greenroom</h3>"
    "<p>Practise machine-learning interviews, offline.</p>"
    "<p>MIT licence. Icons from Lucide, ISC licence.</p>"
)


class HelpFlow(QObject):
    """The help of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._book: CommandBook | None = None

    def set_book(self, book: CommandBook) -> None:
        """Say which commands there are."""
        self._book = book

    def show_palette(self) -> None:
        from desktop.ui.command_palette import CommandPalette  # noqa: PLC0415 - after the start

        if self._book is not None:
            CommandPalette(self._book, self._window).open()

    def show_keys(self) -> None:
        from desktop.ui.cheat_sheet import CheatSheet  # noqa: PLC0415 - after the start

        if self._book is not None:
            CheatSheet(self._book, self._window).open()

    def show_about(self) -> None:
        QMessageBox.about(self._window, "About Greenroom", ABOUT)
