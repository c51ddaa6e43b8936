"""Offsets as Qt counts them: in UTF-16 units, of which an emoji takes two."""

import re
from collections.abc import Sequence
from itertools import accumulate

_WIDE = re.compile(r"[\U00010000-\U0010ffff]")


def utf16_offsets(text: str) -> Sequence[int]:
    """The offset in UTF-16 units of each character of `text`, and of its end."""
    if not _WIDE.search(text):
        return range(len(text) + 1)
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]
