"""Character formats of a page, made once per style."""

from enum import Flag, auto

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from desktop.ui.page.block_marks import Mark
from desktop.ui.page.page_style import PageStyle

CODE_SCALE = 0.875
CODE_CHAR_EM = 0.6
"""Width of a character of nearly all fonts for code; it only decides how wrapped lines hang."""

HEADING_SCALES = (1.75, 1.375, 1.175, 1.0, 1.0, 0.9)
SMALL_SCALE = 0.875
TINY_SCALE = 0.75


class Face(Flag):
    """How a run of text differs from plain text."""

    PLAIN = 0
    ITALIC = auto()
    BOLD = auto()
    STRIKE = auto()
    MUTED = auto()


class TextFormats:
    """Makes the character formats of one style."""

    def __init__(self, style: PageStyle) -> None:
        self._style = style
        self._made: dict[tuple[Face, float, str], QTextCharFormat] = {}
        self._syntax: dict[str, QTextCharFormat] = {}
        self.code_font = _font(style.code_families, CODE_SCALE * style.text_size_px)
        # Ligatures turn "!=" and "->" into other signs than the person typed.
        self.code_font.setFeature(QFont.Tag("calt"), 0)
        self.code_char_px = CODE_CHAR_EM * self.code_font.pixelSize()

    def text(self, face: Face, scale: float = 1.0, link: str = "") -> QTextCharFormat:
        """The format of running text."""
        key = (face, scale, link)
        if key not in self._made:
            self._made[key] = self._make_text(face, scale, link)
        return self._made[key]

    def pill(self, face: Face, scale: float = 1.0, link: str = "") -> QTextCharFormat:
        """The format of code in a line of text."""
        made = QTextCharFormat(self.text(face & ~Face.ITALIC, scale, link))
        font = QFont(self.code_font)
        font.setPixelSize(_whole(scale * CODE_SCALE * self._style.text_size_px))
        font.setBold(Face.BOLD in face)
        made.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
        made.setFontStrikeOut(Face.STRIKE in face)
        made.setProperty(Mark.PILL, True)
        return made

    def spaced(self, plain: QTextCharFormat, space_px: float) -> QTextCharFormat:
        """A format with so much space after each character."""
        made = QTextCharFormat(plain)
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(space_px)
        return made

    def code(self, kind: str = "") -> QTextCharFormat:
        """The format of a code token of a Pygments token type."""
        if kind not in self._syntax:
            made = QTextCharFormat()
            made.setFont(self.code_font)
            made.setForeground(QColor(self._style.syntax_colour(kind)))
            made.setFontItalic(kind.startswith("Comment"))
            self._syntax[kind] = made
        return self._syntax[kind]

    def source(self, scale: float = 1.0) -> QTextCharFormat:
        """The format of the source of a formula that is not typeset yet."""
        made = QTextCharFormat()
        font = QFont(self.code_font)
        font.setPixelSize(_whole(scale * CODE_SCALE * self._style.text_size_px))
        made.setFont(font)
        made.setForeground(QColor(self._style.muted))
        return made

    def faulty_source(self, scale: float = 1.0) -> QTextCharFormat:
        """The format of the source of a formula that cannot be typeset."""
        made = self.source(scale)
        made.setForeground(QColor(self._style.danger))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        return made

    def raised(self, link: str) -> QTextCharFormat:
        """The format of a footnote mark."""
        made = QTextCharFormat(self.text(Face.PLAIN, 1.0, link))
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made

    def _make_text(self, face: Face, scale: float, link: str) -> QTextCharFormat:
        font = _font(self._style.text_families, scale * self._style.text_size_px)
        font.setItalic(Face.ITALIC in face)
        font.setWeight(QFont.Weight.DemiBold if Face.BOLD in face else QFont.Weight.Normal)
        font.setStrikeOut(Face.STRIKE in face)
        made = QTextCharFormat()
        made.setFont(font)
        colour = self._style.muted if Face.MUTED in face else self._style.text
        made.setForeground(QColor(self._style.accent if link else colour))
        if link:
            made.setAnchor(True)
            made.setAnchorHref(link)
        return made


def _font(families: tuple[str, ...], size_px: float) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(_whole(size_px))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _whole(size_px: float) -> int:
    return max(1, round(size_px))
