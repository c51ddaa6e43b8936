r"""The HTML of a card or a cell as Markdown: with TeX in dollars, without sounds and pictures."""

import re

from desktop.bank.importing.clipboard_html import markdown_from_html

_HTML = re.compile(
    r"<br\s{0,4}/?>|</(?:p|div|b|i|u|em|strong|ul|ol|li|code|pre|span|table|td|h[1-6]|a|font"
    r"|sub|sup|blockquote)>|<img\s",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"\[sound:[^\[\]\n]{1,300}\]|<img\s[^<>]{0,2000}>", re.IGNORECASE)
_TEX_PAIRS = (
    ("\\(", "\\)", "$"),
    ("\\[", "\\]", "$$"),
    ("[$]", "[/$]", "$"),
    ("[$$]", "[/$$]", "$$"),
    ("[latex]", "[/latex]", "$"),
)


def has_html(text: str) -> bool:
    """Whether a field holds HTML, as flash card programs write it: all of it in one line."""
    return "<" in text and "\n" not in text.strip() and _HTML.search(text) is not None


def has_media(text: str) -> bool:
    """Whether a field shows a picture or plays a sound, which do not come along."""
    return _MEDIA.search(text) is not None


def markdown_of_card(html: str) -> str:
    """The HTML of a card as Markdown; raises AppError if it is far too long."""
    text = markdown_from_html(_MEDIA.sub(" ", html).replace("\x1f", " ")).strip()
    for opening, closing, dollars in _TEX_PAIRS:
        text = _in_dollars(text, opening, closing, dollars)
    return text


def _in_dollars(text: str, opening: str, closing: str, dollars: str) -> str:
    """The text with TeX between two marks set between dollars; found without going back."""
    pieces: list[str] = []
    place = 0
    while (start := text.find(opening, place)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        tex = " ".join(text[start + len(opening) : end].split())
        pieces += [text[place:start], f"{dollars}{tex}{dollars}" if tex else ""]
        place = end + len(closing)
    return "".join((*pieces, text[place:]))
