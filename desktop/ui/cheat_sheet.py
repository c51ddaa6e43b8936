"""All keys on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.commands import CommandBook

MORE_KEYS = (
    ("Leave the editor with Tab", "Esc, Tab"),
    ("From the search field to the list", "Down"),
    ("Open the folded part in focus", "Space"),
    ("Find backwards", "Shift+Return"),
    ("Find by case, word, expression", "Alt+C, Alt+W, Alt+R"),
    ("Answer, changes, timeline of an attempt", "Alt+1, Alt+2, Alt+3"),
    ("Star an attempt", "Alt+S"),
    ("Leave focus mode", "Esc"),
)


class CheatSheet(QDialog):
    """The keys of every command, by menu."""

    def __init__(self, book: CommandBook, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cheatSheet")
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 560)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 16, 24, 24)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        menu = ""
        for command in book.commands:
            if not command.shortcut:
                continue
            if command.menu != menu:
                menu = command.menu
                self._add_heading(grid, menu.replace("&", ""))
            key = QKeySequence(command.shortcut)
            self._add_row(
                grid,
                command.title.replace("&", ""),
                key.toString(QKeySequence.SequenceFormat.NativeText),
            )
        self._add_heading(grid, "Elsewhere")
        for title, key_text in MORE_KEYS:
            self._add_row(grid, title, key_text)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _add_heading(self, grid: QGridLayout, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "heading")
        label.setContentsMargins(0, 12, 0, 4)
        grid.addWidget(label, grid.rowCount(), 0, 1, 2)

    def _add_row(self, grid: QGridLayout, title: str, key: str) -> None:
        row = grid.rowCount()
        grid.addWidget(QLabel(title), row, 0)
        label = QLabel(key)
        label.setProperty("role", "muted")
        grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
