"""An id for a new question, from its title."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_ID = 60
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


def new_id(title: str, taken: Collection[str]) -> str:
    """A file stem of `a-z`, digits and dashes that no other question has.

    Accents are folded; names that Windows keeps for devices are avoided.
    """
    folded = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if len(slug) > LONGEST_ID:
        slug = slug[: LONGEST_ID + 1].rpartition("-")[0] or slug[:LONGEST_ID]
    if not slug or _RESERVED.fullmatch(slug):
        slug = f"question-{slug}".strip("-")
    candidate, count = slug, 1
    while candidate in taken:
        count += 1
        candidate = f"{slug}-{count}"
    return candidate
