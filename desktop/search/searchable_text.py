"""Text as the index stores words of it, so that what is typed finds what was written."""

import re
import unicodedata

LABEL_MARK = "\ue000"
"""A private character begins the words that stand for labels; no text can hold it."""

_SIGNS = {"+": "\ue001", "#": "\ue002"}
_LETTER_AND_SIGN = re.compile(r"(?<=[^\W\d_])(?:\+\+|#)(?![\w+#])")
_UNUSABLE = re.compile("[\0\ue000-\uf8ff\ud800-\udfff\u0640\u064b-\u065f\u0670]")
_UNSPACED = re.compile(
    "[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]"
)


def searchable(text: str) -> str:
    """The text with signs of names like C++ made letters and letters of unspaced scripts apart.

    Both the index and the query go through here; a change needs a new SCHEMA_VERSION.
    """
    if not text.isascii():
        text = _UNUSABLE.sub("", unicodedata.normalize("NFKC", text))
        text = _UNSPACED.sub(r" \g<0> ", text)
    if "++" in text or "#" in text:
        text = _LETTER_AND_SIGN.sub(_as_letters, text)
    return text.replace("\0", " ")


def label_word(label: int) -> str:
    """The word by which documents with a label are found."""
    return f"{LABEL_MARK}{label}"


def _as_letters(found: re.Match[str]) -> str:
    return "".join(_SIGNS[sign] for sign in found[0])
