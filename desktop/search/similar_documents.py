"""Questions that may say what a text says."""

import re
from collections.abc import Iterator

from desktop.search.index_connection import IndexConnection
from desktop.search.searchable_text import searchable

_LIKE = """
SELECT path FROM documents WHERE id IN (
    SELECT rowid FROM words WHERE words MATCH ?
    AND rank MATCH 'bm25(8.0, 1.0, 4.0, 0.0, 0.0, 0.0)' ORDER BY rank LIMIT ?
)
"""
_WORD = re.compile(r"[^\W_]{3,}")
_MOST_WORDS = 40


def find_similar_paths(connection: IndexConnection, text: str, limit: int) -> Iterator[str]:
    """Yield the files of the questions whose title and prompt share most with a text's start."""
    words = list(dict.fromkeys(_WORD.findall(searchable(text).lower())))[:_MOST_WORDS]
    if words:
        expression = "{title prompt} : (" + " OR ".join(f'"{word}"' for word in words) + ")"
        for (path,) in connection.rows(_LIKE, (expression, limit)):
            yield path
