"""File names that every system takes and no two questions share."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_NAME = 120
"""Bytes of the longest file name, with its ending; the folder's own path needs room, too."""

_SUFFIX = ".md"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)


def choose_file_name(key: str, taken: Collection[str]) -> str:
    """A Markdown file name for a question's key; `taken` holds folded names it must not be."""
    plain = unicodedata.normalize("NFC", key)
    stem = _FORBIDDEN.sub("-", plain).strip(" .-") or "question"
    if _RESERVED.fullmatch(stem):
        stem = f"question-{stem}"
    ending = _SUFFIX
    number = 1
    while folded_name(name := _shortened(stem, ending) + ending) in taken:
        number += 1
        ending = f"-{number}{_SUFFIX}"
    return name


def folded_name(name: str) -> str:
    """The name as a file system without letter case compares it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _shortened(stem: str, ending: str) -> str:
    room = LONGEST_NAME - len(ending)
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .")
