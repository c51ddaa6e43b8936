"""The Markdown of a question file, to be edited as it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.problem import Problem
from desktop.domain.text_difference import difference
from desktop.domain.utf16_offsets import to_utf16
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.markdown_highlighter import MarkdownHighlighter
from desktop.ui.page.page_style import PageStyle
from desktop.ui.theme import Theme

PROBLEMS_PX = 96
_PARAGRAPH_END = "\u2029"


class QuestionSource(QWidget):
    """An editor, and below it what is wrong in its text; a click goes to the line."""

    edited = Signal()

    def __init__(self, theme: Theme, page_style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = MarkdownEditor(theme, round(page_style.text_size_px))
        self._editor.setObjectName("questionSource")
        self._editor.setAccessibleName("The question's file in Markdown")
        self._editor.setPlaceholderText("")
        self._editor.edited.connect(self.edited)
        self._highlighter = MarkdownHighlighter(self._editor, theme)
        self._problems = QListWidget()
        self._problems.setObjectName("questionProblems")
        self._problems.setAccessibleName("What is wrong in the file")
        self._problems.setFixedHeight(PROBLEMS_PX)
        self._problems.setWordWrap(True)
        self._problems.itemClicked.connect(self._go_to)
        self._problems.itemActivated.connect(self._go_to)
        self._problems.hide()
        self.setFocusProxy(self._editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._editor, 1)
        layout.addWidget(self._problems)

    def text(self) -> str:
        """The text as it was typed; `toPlainText` would make other spaces of some."""
        return self._editor.document().toRawText().replace(_PARAGRAPH_END, "\n")

    def begin(self, text: str) -> None:
        """Show a text, with which the steps to be undone begin."""
        self._editor.set_answer(text, 0)

    def rewrite(self, text: str) -> None:
        """Make the text this one by the smallest change, which can be undone."""
        before = self.text()
        edit = difference(before, text)
        if not edit.text and edit.start == edit.end:
            return
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(to_utf16(before, edit.start))
        cursor.setPosition(to_utf16(before, edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.text)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List what is wrong, each with its line."""
        self._problems.clear()
        for problem in problems:
            item = QListWidgetItem(f"Line {problem.line}: {problem.message}")
            item.setData(Qt.ItemDataRole.UserRole, problem.line)
            self._problems.addItem(item)
        self._problems.setVisible(bool(problems))

    def take_focus(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, theme: Theme, page_style: PageStyle) -> None:
        self._editor.set_theme(theme)
        self._editor.set_text_size(round(page_style.text_size_px))
        self._highlighter.set_theme(theme)

    def _go_to(self, item: QListWidgetItem) -> None:
        line = int(item.data(Qt.ItemDataRole.UserRole))
        block = self._editor.document().findBlockByNumber(line - 1)
        if block.isValid():  # the line may have been deleted since
            self._editor.setTextCursor(QTextCursor(block))
            self._editor.ensureCursorVisible()
        self.take_focus()
