"""Which way a text runs."""

from unicodedata import bidirectional

_LOOKED_AT = 200
_STRONG = {"L": False, "R": True, "AL": True}


def runs_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    kinds = (bidirectional(letter) for letter in text[:_LOOKED_AT])
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), False)
