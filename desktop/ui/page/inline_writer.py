"""Writes what stands in a line of text."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from desktop.rendering.page_tree import (
    Code,
    Emphasis,
    FootnoteMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Strike,
    Strong,
    Text,
)
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.text_formats import Face, TextFormats

PILL_PADDING_EM = 0.22
LINE_SEPARATOR = "\u2028"
FOOTNOTE_TARGET = "#note-"

_SELECTING = QTextCursor.MoveMode.KeepAnchor


class InlineWriter:
    """Writes inlines at a cursor in one style."""

    def __init__(self, formats: TextFormats, style: PageStyle) -> None:
        self._formats = formats
        self._pill_padding_px = style.em(PILL_PADDING_EM)

    def write(
        self,
        inlines: Sequence[Inline],
        cursor: QTextCursor,
        face: Face,
        scale: float,
        link: str = "",
    ) -> None:
        """Writes inlines in a face and a scale, within the link `link` if there is one."""
        for inline in inlines:
            match inline:
                case Text(text):
                    cursor.insertText(text, self._formats.text(face, scale, link))
                case Emphasis(children):
                    self.write(children, cursor, face | Face.ITALIC, scale, link)
                case Strong(children):
                    self.write(children, cursor, face | Face.BOLD, scale, link)
                case Strike(children):
                    self.write(children, cursor, face | Face.STRIKE, scale, link)
                case Link(target, children):
                    self.write(children, cursor, face, scale, target)
                case _:
                    self._write_leaf(inline, cursor, face, scale, link)

    def _write_leaf(
        self, inline: Inline, cursor: QTextCursor, face: Face, scale: float, link: str
    ) -> None:
        match inline:
            case Code(text):
                self._write_pill(text, cursor, self._formats.pill(face, scale, link))
            case Math(tex):
                self.write_formula(tex, cursor, face, scale, is_display=False)
            case LineBreak():
                cursor.insertText(LINE_SEPARATOR, self._formats.text(face, scale, link))
            case FootnoteMark(number):
                target = f"{FOOTNOTE_TARGET}{number}"
                cursor.insertText(str(number), self._formats.raised(target))
            case Image(_, description):
                cursor.insertText(description, self._formats.text(face | Face.MUTED, scale))

    def write_formula(
        self, tex: str, cursor: QTextCursor, face: Face, scale: float, *, is_display: bool
    ) -> None:
        """Writes a formula; for now its source."""
        source = f"$${tex}$$" if is_display else f"${tex}$"
        lines = source.replace("\n", LINE_SEPARATOR)
        cursor.insertText(lines, self._formats.text(face | Face.ITALIC, scale))

    def _write_pill(self, text: str, cursor: QTextCursor, pill: QTextCharFormat) -> None:
        """Code with air at both ends: the characters before it and at its end are spaced wider."""
        if not cursor.atBlockStart():
            wider = QTextCharFormat()
            wider.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            wider.setFontLetterSpacing(self._pill_padding_px)
            cursor.movePosition(QTextCursor.MoveOperation.Left, _SELECTING)
            cursor.mergeCharFormat(wider)
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        cursor.insertText(text[:-1], pill)
        last = QTextCharFormat(pill)
        font = pill.font()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._pill_padding_px)
        last.setFont(font)
        cursor.insertText(text[-1:], last)
