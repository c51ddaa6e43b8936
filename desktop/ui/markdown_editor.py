"""The editor in which an answer is written."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.ui.long_words import LongWords
from desktop.ui.theme import MONO_FAMILIES, Theme

COLUMN_PX = 720
"""Widest text column: 60 to 80 characters at the usual sizes."""

MARGIN_PX = 24
LINE_DISTANCE_EM = 0.36
"""Extra space between lines; a comfortable reading distance (rendering notes of the project)."""

INDENT = "    "


class MarkdownEditor(QTextEdit):
    """A plain-text editor with a calm column; Tab indents, Esc then Tab leaves it."""

    edited = Signal()

    def __init__(self, theme: Theme, text_size_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self.setAccessibleName("Your answer in Markdown")
        self.setAcceptRichText(False)
        self.setPlaceholderText("Write your answer in Markdown.")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._is_setting = False
        self._leaves_on_tab = False
        self._text_size_px = text_size_px
        self.set_text_size(text_size_px)
        self.set_theme(theme)
        LongWords(self)
        self.textChanged.connect(self._tell_edit)

    def set_answer(self, text: str, cursor: int) -> None:
        """Show a text with the cursor at so many UTF-16 units; nobody is told."""
        self._is_setting = True
        self.setPlainText(text)
        self._space_lines()
        self.document().clearUndoRedoStacks()
        place = self.textCursor()
        place.setPosition(min(cursor, self.document().characterCount() - 1))
        self.setTextCursor(place)
        self.ensureCursorVisible()
        self._is_setting = False

    def set_theme(self, theme: Theme) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme["muted"])
        self.setPalette(palette)

    def set_text_size(self, text_size_px: int) -> None:
        self._text_size_px = text_size_px
        font = QFont(list(MONO_FAMILIES))
        font.setPixelSize(text_size_px - 1)
        font.setFeature(QFont.Tag("calt"), 0)  # "->" and "~~" stay what the person typed
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._is_setting = True
        self._space_lines()
        self._is_setting = False

    def focusInEvent(self, event: QEvent) -> None:
        self._leaves_on_tab = False
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt hands a QFocusEvent

    def focusNextPrevChild(self, next_child: bool) -> bool:  # noqa: FBT001 - Qt's signature
        if self._leaves_on_tab or not next_child:
            return super().focusNextPrevChild(next_child)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leaves_on_tab = True
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Tab and not self._leaves_on_tab:
            self.textCursor().insertText(INDENT)
            return
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            # Qt's own handling would first take the line spacing off an empty line.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        self._leaves_on_tab = self._leaves_on_tab and event.key() in (
            Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab,
            Qt.Key.Key_Shift,
        )
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        margin = max(MARGIN_PX, (self.width() - COLUMN_PX) // 2)
        self.setViewportMargins(margin, 16, margin, 0)
        super().resizeEvent(event)

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
        spacing.setLineHeight(LINE_DISTANCE_EM * self._text_size_px, kind)
        everything = QTextCursor(self.document())
        everything.select(QTextCursor.SelectionType.Document)
        everything.mergeBlockFormat(spacing)

    def _tell_edit(self) -> None:
        if not self._is_setting:
            self.edited.emit()
