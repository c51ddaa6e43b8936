"""Writes what stands in a line of text."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor

from desktop.rendering.formula import Formula, FormulaKey
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
from desktop.ui.page.block_marks import Mark
from desktop.ui.page.formula_object import OBJECT, formula_format, source_format, strut_format
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageObject, image_format
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.text_formats import SMALL_SCALE, Face, TextFormats

DEEPEST_WITHOUT_STRUT_EM = 0.5

PILL_PADDING_EM = 0.22
MATH_SCALE = 1.08
FAULT_GAP = "\u2009"
LINE_SEPARATOR = "\u2028"
WORD_JOINER = "\u2060"
FOOTNOTE_TARGET = "#note-"


class InlineWriter:
    """Writes inlines at a cursor in one style."""

    def __init__(
        self, formats: TextFormats, style: PageStyle, shelf: FormulaShelf, images: ImageObject
    ) -> None:
        self._formats = formats
        self._pill_padding_px = style.em(PILL_PADDING_EM)
        self._deepest_px = style.em(DEEPEST_WITHOUT_STRUT_EM)
        self._shelf = shelf
        self._images = images
        self.awaited: set[FormulaKey] = set()
        """Formulas that were not ready; whoever writes may empty this."""

    def write(
        self,
        inlines: Sequence[Inline],
        cursor: QTextCursor,
        face: Face,
        scale: float,
        link: str = "",
    ) -> None:
        """Writes inlines in a face and a scale, within the link `link` if there is one."""
        for index, inline in enumerate(inlines):
            match inline:
                case Text(text):
                    plain = self._formats.text(face, scale, link)
                    is_before_pill = isinstance(
                        next(iter(inlines[index + 1 : index + 2]), None), Code
                    )
                    self._write_text(text, cursor, plain, is_before_pill=is_before_pill)
                case Emphasis(children):
                    self.write(children, cursor, face | Face.ITALIC, scale, link)
                case Strong(children):
                    self.write(children, cursor, face | Face.BOLD, scale, link)
                case Strike(children):
                    self.write(children, cursor, face | Face.STRIKE, scale, link)
                case Link(target, children):
                    self.write(children, cursor, face, scale, target)
                case Math(tex):
                    plain = self._formats.text(face, scale, link)
                    # Without text beside it the formula would stand on a line of its own height.
                    if cursor.atBlockStart() or _touches(inlines[:index], at=-1):
                        cursor.insertText(WORD_JOINER, plain)
                    self.write_formula(FormulaKey(tex, is_display=False), cursor, face, scale)
                    if _touches(inlines[index + 1 :], at=0):
                        cursor.insertText(WORD_JOINER, plain)
                case _:
                    self._write_leaf(inline, cursor, face, scale, link)

    def _write_leaf(
        self, inline: Inline, cursor: QTextCursor, face: Face, scale: float, link: str
    ) -> None:
        match inline:
            case Code(text):
                self._write_pill(text, cursor, self._formats.pill(face, scale, link))
            case LineBreak():
                cursor.insertText(LINE_SEPARATOR, self._formats.text(face, scale, link))
            case FootnoteMark(number):
                target = f"{FOOTNOTE_TARGET}{number}"
                cursor.insertText(str(number), self._formats.raised(target))
            case Image(name, description):
                self._write_image(name, description, cursor, face, scale)

    def _write_image(
        self, name: str, description: str, cursor: QTextCursor, face: Face, scale: float
    ) -> None:
        if self._images.find(name):
            plain = self._formats.text(face, scale)
            cursor.insertText(OBJECT, image_format(plain, name))
        else:
            muted = self._formats.text(face | Face.MUTED, scale)
            cursor.insertText(f"[{description or name}]", muted)

    def write_formula(
        self, key: FormulaKey, cursor: QTextCursor, face: Face, scale: float
    ) -> None:
        """Writes a formula: its picture, or its source until there is one or with its fault."""
        formula = self._shelf.find(key)
        if formula is None:
            self.awaited.add(key)
            formula = self._shelf.find_stand_in(key)
        if formula is None or formula.fault:
            self._write_source(key, formula, cursor, face, scale)
            return
        plain = self._formats.text(face, scale * MATH_SCALE)
        cursor.insertText(OBJECT, formula_format(plain, key))
        size_px = plain.font().pixelSize()
        depth_px = formula.depth_em * size_px
        if not key.is_display and depth_px > self._deepest_px:
            cursor.insertText(WORD_JOINER, plain)
            cursor.insertText(OBJECT, strut_format(plain, depth_px))

    def _write_source(
        self,
        key: FormulaKey,
        formula: Formula | None,
        cursor: QTextCursor,
        face: Face,
        scale: float,
    ) -> None:
        source = key.tex.replace("\n", LINE_SEPARATOR)
        if formula is None:
            cursor.insertText(source, source_format(self._formats.source(scale), key))
            return
        cursor.insertText(source, source_format(self._formats.faulty_source(scale), key))
        small = QTextCharFormat(self._formats.text(face | Face.MUTED, scale * SMALL_SCALE))
        small.setProperty(Mark.ASIDE, True)
        cursor.insertText(f"{FAULT_GAP}({formula.fault})", small)

    def _write_text(
        self, text: str, cursor: QTextCursor, plain: QTextCharFormat, *, is_before_pill: bool
    ) -> None:
        """Text; before code its last character is spaced wider, as air for the pill."""
        if not is_before_pill:
            cursor.insertText(text, plain)
            return
        cursor.insertText(text[:-1], plain)
        cursor.insertText(text[-1:], self._formats.spaced(plain, self._pill_padding_px))

    def _write_pill(self, text: str, cursor: QTextCursor, pill: QTextCharFormat) -> None:
        """Code with air inside its pill: its last character is spaced wider."""
        cursor.insertText(text[:-1], pill)
        cursor.insertText(text[-1:], self._formats.spaced(pill, self._pill_padding_px))


def _touches(neighbours: Sequence[Inline], *, at: int) -> bool:
    """Whether the neighbour at this end is text without a blank there."""
    match neighbours[at:][:1]:
        case [Text(text)]:
            return not text[at].isspace()
    return False
