"""Reading stars, lists and saved searches from the journal."""

from collections import defaultdict

from desktop.domain.question_collections import Collections, QuestionList, SavedSearch
from desktop.journal.statements import Statements

_ENTRIES = """
    SELECT list_uuid, question_key FROM list_entries ORDER BY position, added_at, question_key
"""
_LISTS = "SELECT uuid, name FROM lists ORDER BY position, created_at, uuid"
_SEARCHES = """
    SELECT uuid, name, query, sort FROM saved_searches ORDER BY position, created_at, uuid
"""


class CollectionReader:
    """What the person has starred, listed and saved."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def all(self) -> Collections:
        """Everything, in the person's own order."""
        rows = self._statements.rows
        keys: dict[str, list[str]] = defaultdict(list)
        for uuid, key in rows(_ENTRIES):
            keys[uuid].append(key)
        return Collections(
            frozenset(key for (key,) in rows("SELECT question_key FROM stars")),
            tuple(QuestionList(uuid, name, tuple(keys[uuid])) for uuid, name in rows(_LISTS)),
            tuple(SavedSearch(*row) for row in rows(_SEARCHES)),
        )
