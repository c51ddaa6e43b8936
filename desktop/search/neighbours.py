"""Questions that are near another one."""

import re

from desktop.domain.question_summary import QuestionSummary
from desktop.search.index_connection import IndexConnection
from desktop.search.searchable_text import label_word, searchable
from desktop.search.summary_rows import parted, read_summaries

_NEAREST = """
SELECT rowid FROM words WHERE words MATCH ? AND rank MATCH 'bm25(4.0, 3.0, 0.0, 0.0, 0.0, 2.0)'
AND rowid <> ? ORDER BY rank LIMIT ?
"""


_TELLING_WORD = re.compile(r"[^\W\d_]{5,}|[^\W_]*\d[^\W_]*")
_MOST_WORDS = 8


class Neighbours:
    """Finds what to read next."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def neighbours(self, key: str, limit: int) -> list[QuestionSummary]:
        """The questions its file names as related, then the nearest by topics and title words.

        Empty for a key that is not in the index.
        """
        row = self._connection.find_row(
            "SELECT id, title, pack, related, labels FROM documents WHERE key = ?", (key,)
        )
        if row is None:
            return []
        document, title, pack, related, labels = row
        named = [one for name in parted(related) for one in self._ids_of(name, pack)]
        nearest = self._nearest(document, title, labels, limit + len(named))
        ids = [one for one in dict.fromkeys([*named, *nearest]) if one != document]
        return read_summaries(self._connection, ids[:limit])

    def _ids_of(self, name: str, pack: str) -> list[int]:
        """The question of that id, in the same pack if several packs have it."""
        rows = self._connection.rows(
            "SELECT id FROM documents WHERE key IN (?, ?) ORDER BY key = ?",
            (name, f"{pack}/{name}", name),
        )
        return [one for (one,) in rows[:1]]

    def _nearest(self, document: int, title: str, labels: str, limit: int) -> list[int]:
        topics = [
            f'"{label_word(int(label))}"'
            for label in labels.split()
            if self._connection.find_row(
                "SELECT 1 FROM labels WHERE id = ? AND field = 'topic'", (int(label),)
            )
        ]
        words = dict.fromkeys(_TELLING_WORD.findall(searchable(title).lower()))
        shared = [*topics, *(f'{{title tags}} : "{word}"' for word in list(words)[:_MOST_WORDS])]
        if not shared:
            return []
        rows = self._connection.rows(_NEAREST, (" OR ".join(shared), document, limit))
        return [one for (one,) in rows]
