"""The editor in which an answer is written."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.ui.long_words import LongWords
from desktop.ui.theme import MONO_FAMILIES, Theme

if TYPE_CHECKING:
    from desktop.domain.text_edit import TextStep
    from desktop.ui.typing_keys import TypingKeys

COLUMN_PX = 720
"""Widest text column: 60 to 80 characters at the usual sizes."""

MARGIN_PX = 24
LINE_DISTANCE_EM = 0.36
"""Extra space between lines; a comfortable reading distance (rendering notes of the project)."""


class _Seen(NamedTuple):
    """What is in view: the place at the top, how far down it is, and whether the caret is."""

    top: QTextCursor
    top_px: int
    has_caret: bool


class MarkdownEditor(QTextEdit):
    """A plain-text editor with a calm column; Tab indents, Esc then Tab leaves it."""

    edited = Signal()
    image_pasted = Signal(object)
    """A PastedImage, which has to be kept before the text can name it."""

    def __init__(self, theme: Theme, text_size_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self.setAccessibleName("Your answer in Markdown")
        self.setAcceptRichText(False)
        self.setPlaceholderText("Write your answer in Markdown.")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._is_setting = False
        self._leaves_on_tab = False
        self._is_pairing = True
        self._keys: TypingKeys | None = None
        self._text_size_px = 0
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
        if self._keys is not None:
            self._keys.forget()
        self._is_setting = False

    def prepare(self) -> "TypingKeys":
        """What the keys mean here; the first paint does not wait for it."""
        from desktop.ui.typing_keys import TypingKeys  # noqa: PLC0415 - after the first paint

        if self._keys is None:
            self._keys = TypingKeys(self)
        self._keys.is_pairing = self._is_pairing
        return self._keys

    def run_step(self, step: "TextStep") -> None:
        """Make the change a command asks for, and go on writing."""
        from desktop.ui.edit_steps import run_step  # noqa: PLC0415 - after the first paint

        run_step(self, step)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_pairing(self, *, is_pairing: bool) -> None:
        """Type brackets and marks in pairs, or each as it is."""
        self._is_pairing = is_pairing

    def paste_plain(self) -> None:
        """Paste the text on the clipboard as it is."""
        from desktop.ui.pasting import paste_plain  # noqa: PLC0415 - with the first paste

        paste_plain(self, QGuiApplication.clipboard().mimeData())

    def set_theme(self, theme: Theme) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme["muted"])
        self.setPalette(palette)

    def set_text_size(self, text_size_px: int) -> None:
        if text_size_px == self._text_size_px:
            return  # writing the lines' distances anew would be a step of the undo
        self._text_size_px = text_size_px
        seen = self._seen(self.viewport().size())
        font = QFont(list(MONO_FAMILIES))
        font.setPixelSize(text_size_px - 1)
        # Ligatures turn "!=" and "->" into other signs than the person typed.
        font.setFeature(QFont.Tag("calt"), 0)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._is_setting = True
        self._space_lines()
        self._is_setting = False
        self._see_again(seen)

    def focusInEvent(self, event: QEvent) -> None:
        self._leaves_on_tab = False
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt hands a QFocusEvent

    def focusNextPrevChild(self, next_child: bool) -> bool:  # noqa: FBT001 - Qt's signature
        if not self._leaves_on_tab and not self.isReadOnly():
            return False
        return QWidget.focusNextPrevChild(self, next_child)  # QTextEdit's own always refuses

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and not self.prepare().is_claimed(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leaves_on_tab = True
            event.ignore()
            return
        self._leaves_on_tab = self._leaves_on_tab and event.key() in (
            Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab,
            Qt.Key.Key_Shift,
        )
        if not self.prepare().take(event):
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        from desktop.ui.pasting import paste_text, pasted_image  # noqa: PLC0415 - as above

        image = pasted_image(source, self.textCursor())
        if image is not None:
            self.image_pasted.emit(image)
        else:
            paste_text(self, source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._seen(event.oldSize())
        margin = max(MARGIN_PX, (self.width() - COLUMN_PX) // 2)
        self.setViewportMargins(margin, 16, margin, 0)
        super().resizeEvent(event)
        self._see_again(seen)

    def _seen(self, size: QSize) -> _Seen:
        """What a viewport of this size shows."""
        top = self.cursorForPosition(QPoint(0, 0))
        caret = self.cursorRect()
        return _Seen(top, self.cursorRect(top).top(), 0 <= caret.top() < size.height())

    def _see_again(self, seen: _Seen) -> None:
        """Keep the line at the top where it was, but rather the caret in view if it was."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(seen.top).top() - seen.top_px)
        if seen.has_caret:
            self.ensureCursorVisible()

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
