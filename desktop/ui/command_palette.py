"""A list of all commands that narrows as one types."""

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.commands import Command, CommandBook
from desktop.ui.palette import Palette, PaletteRow, has_words


class CommandPalette(Palette):
    """Finds a command by its words and runs it."""

    def __init__(self, book: CommandBook, parent: QWidget) -> None:
        self._book = book
        super().__init__(
            "commandPalette", "Commands", "Type what you want to do", self._rows, parent
        )
        self.chosen.connect(self._run)

    def _rows(self, typed: str) -> Iterator[PaletteRow]:
        for command in self._book.commands:
            named = f"{command.menu} {command.title}".replace("&", "")
            if command.is_enabled() and has_words(typed, named):
                yield PaletteRow(_title(command), command.id)

    def _run(self, command_id: str) -> None:
        self._book.action(command_id).trigger()


def _title(command: Command) -> str:
    key = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    title = command.title.replace("&", "")
    return f"{title}    {key}" if key else title
