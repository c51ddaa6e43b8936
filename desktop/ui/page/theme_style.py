"""The style of a page from the window's theme."""

from desktop.ui.page.page_style import PageStyle
from desktop.ui.theme import MONO_FAMILIES, SANS_FAMILIES, Theme

_SYNTAX = {
    "Comment": "comment",
    "Keyword": "keyword",
    "Keyword.Constant": "number",
    "Operator": "operator",
    "Operator.Word": "keyword",
    "Punctuation": "operator",
    "Name.Function": "function",
    "Name.Class": "class",
    "Name.Decorator": "builtin",
    "Name.Builtin": "builtin",
    "Name.Exception": "class",
    "Name.Tag": "keyword",
    "Name.Attribute": "function",
    "Literal.String": "string",
    "Literal.Number": "number",
    "Generic.Deleted": "error",
    "Generic.Inserted": "string",
    "Generic.Heading": "heading",
    "Error": "name",
}
"""Pygments token types and the theme's names for them; half-typed code is no error."""


def page_style(theme: Theme, text_size_px: float = 16.0, *, surface: str = "surface") -> PageStyle:
    """The look of a page on the theme colour named `surface`."""
    return PageStyle(
        text=theme["text"],
        muted=theme["muted"],
        accent=theme["accent"],
        background=theme[surface],
        code_background=theme["code_background"],
        code_text=theme.syntax["name"],
        border=theme["border"],
        quote_bar=theme["quote_bar"],
        selection=theme["selection"],
        selection_text=theme["text"],
        match=theme["match"],
        danger=theme["danger"],
        text_families=SANS_FAMILIES,
        code_families=MONO_FAMILIES,
        text_size_px=text_size_px,
        syntax={kind: theme.syntax[name] for kind, name in _SYNTAX.items()},
    )
