"""How a page looks: colours, fonts and sizes, all from the theme."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStyle:
    """Colours ("#rrggbb"), font families in order of preference, and sizes of a page.

    Every distance scales with `text_size_px`, so zooming is a change of that one number.
    `syntax` maps Pygments token types ("Keyword", "Name.Function") to colours; a type without
    one takes that of its parent, at last `code_text`.
    """

    text: str
    muted: str
    accent: str
    background: str
    code_background: str
    code_text: str
    border: str
    quote_bar: str
    selection: str
    selection_text: str
    match: str
    danger: str
    text_families: tuple[str, ...]
    code_families: tuple[str, ...]
    text_size_px: float = 16.0
    column_ems: float = 45.0
    syntax: Mapping[str, str] = field(default_factory=dict)

    @property
    def column_px(self) -> float:
        """Widest line of text in pixels: 720 at the usual size of 16."""
        return self.column_ems * self.text_size_px

    def em(self, count: float) -> float:
        """`count` times the text size, in whole pixels so that edges stay sharp."""
        return float(round(count * self.text_size_px))

    def zoomed(self, factor: float) -> "PageStyle":
        """The same look with text, code, math and distances `factor` times as large."""
        return replace(self, text_size_px=self.text_size_px * factor)

    def syntax_colour(self, kind: str) -> str:
        """The colour of a code token of `kind`, a Pygments token type such as "Name.Function"."""
        while kind:
            if colour := self.syntax.get(kind):
                return colour
            kind = kind.rpartition(".")[0]
        return self.code_text
