"""Character formats of Markdown source in the editor, made once per theme."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from desktop.rendering.source_span import SpanKind
from desktop.ui.page.theme_style import page_style
from desktop.ui.theme import Theme


class SourceFormats:
    """How each kind of span looks; none changes the height of a line."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._style = page_style(theme)
        self._code: dict[str, QTextCharFormat] = {}
        syntax = theme.syntax
        self._kinds = {
            SpanKind.MARK: _not_struck(theme["muted"]),
            SpanKind.HEADING: _bold(syntax["heading"]),
            SpanKind.EMPHASIS: _italic(),
            SpanKind.STRONG: _bold(theme["text"]),
            SpanKind.STRUCK: _struck(theme["muted"]),
            SpanKind.CODE: _on(theme["code_background"], syntax["builtin"]),
            SpanKind.FENCED: _coloured(syntax["name"]),
            SpanKind.MATH: _coloured(syntax["math"]),
            SpanKind.LINK: _coloured(syntax["link"]),
            SpanKind.LIST: _coloured(theme["accent"]),
            SpanKind.QUOTE: _coloured(theme["muted"]),
            SpanKind.FOOTNOTE: _coloured(syntax["link"]),
        }
        self.misspelt = QTextCharFormat()
        self.misspelt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self.misspelt.setUnderlineColor(QColor(theme["danger"]))

    def kind(self, kind: SpanKind) -> QTextCharFormat:
        """The format of a kind of source."""
        return self._kinds[kind]

    def code(self, kind: str) -> QTextCharFormat:
        """The format of a code token, in the colours of the page."""
        if kind not in self._code:
            made = _coloured(self._style.syntax_colour(kind))
            made.setFontItalic(kind.startswith("Comment"))
            self._code[kind] = made
        return self._code[kind]


def _coloured(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _bold(colour: str) -> QTextCharFormat:
    made = _coloured(colour)
    made.setFontWeight(QFont.Weight.Bold)
    return made


def _italic() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontItalic(True)
    return made


def _not_struck(colour: str) -> QTextCharFormat:
    made = _coloured(colour)
    made.setFontStrikeOut(False)
    return made


def _struck(colour: str) -> QTextCharFormat:
    made = _coloured(colour)
    made.setFontStrikeOut(True)
    return made


def _on(background: str, colour: str) -> QTextCharFormat:
    made = _coloured(colour)
    made.setBackground(QColor(background))
    return made
