"""The characters of a pasted page, made plain: line ends, spaces, invisible characters."""

import re

from desktop.domain.errors import AppError

LONGEST_TEXT = 500_000
"""Characters of the longest text that is read; a question page has a few thousand."""

LONGEST_HTML = 5_000_000
"""Characters of the longest HTML that is read: most of a saved page is markup and scripts."""

_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    # Joiners belong between emoji or letters of some scripts, never beside Latin ones.
    r"|(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f])"
)


def refuse_longer(text: str, limit: int) -> None:
    """Raise AppError for a text of more than `limit` characters."""
    if len(text) > limit:
        raise AppError(
            f"This text has {len(text):,} characters, far more than a question page. "
            "Nothing was imported.",
            "Copy only the part of the page with the question, and paste that.",
        )


def visible_characters(text: str) -> str:
    r"""A text of any length with `\n` line ends, ordinary spaces and no invisible characters."""
    return _INVISIBLE.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))


def plain_characters(text: str) -> str:
    r"""The text with `\n` line ends, ordinary spaces and no invisible characters.

    Raises AppError for a text without a visible character and for one that is far too long.
    """
    refuse_longer(text, LONGEST_TEXT)
    plain = visible_characters(text)
    if not plain.strip():
        raise AppError(
            "There is no text to import. Nothing was changed.",
            "Select the question on its page, copy it, and paste it here.",
        )
    return plain
