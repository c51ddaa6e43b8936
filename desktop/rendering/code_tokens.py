"""Code as coloured tokens."""

import re
from collections.abc import Iterator

from desktop.rendering.page_tree import CodeToken

LONGEST_COLOURED = 20_000
"""Characters of code beyond which it stays plain: Pygments needs about 60 ms for as many."""

_LANGUAGE_NAME = re.compile(r"[a-z0-9+#._-]{1,30}", re.IGNORECASE)


def code_tokens(code: str, language: str) -> tuple[CodeToken, ...]:
    """The tokens of `code`; a single plain one where the language is unknown or the code long."""
    return tuple(read_code(code, language))


def read_code(code: str, language: str) -> Iterator[CodeToken]:
    """The tokens of `code_tokens` one by one, for those who cannot wait for all of them."""
    if not code:
        return
    if len(code) > LONGEST_COLOURED or not _LANGUAGE_NAME.fullmatch(language):
        yield "", code
        return
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - 31 ms, not before first paint
    from pygments.util import ClassNotFound  # noqa: PLC0415 - as above

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        yield "", code
        return
    yield from _merged((str(kind), text) for kind, text in lexer.get_tokens(code))


def _merged(tokens: Iterator[CodeToken]) -> Iterator[CodeToken]:
    """Neighbours of one kind as one token; blanks take the kind of what stands before them."""
    last_kind, last_text = "", ""
    for kind_path, text in tokens:
        kind = kind_path.removeprefix("Token").removeprefix(".")
        if kind.startswith("Text"):
            kind = ""
        if kind == last_kind or (text.isspace() and "\n" not in text):
            last_text += text
            continue
        if last_text:
            yield last_kind, last_text
        last_kind, last_text = kind, text
    if last_text:
        yield last_kind, last_text
