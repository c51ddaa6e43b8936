"""Keeps the full-text rows and the label counts in step with what is stored of documents."""

from desktop.search.document_rows import StoredDocument
from desktop.search.index_connection import IndexConnection
from desktop.search.label_book import LabelBook


class WordRows:
    """Takes the words of a document out before it changes, and puts them in afterwards.

    The full-text table stores no text, so it must be told the old words to forget them.
    """

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def take_out(self, document: int, labels: LabelBook) -> None:
        """Forget the words and labels of a document as it is stored now."""
        stored = self._stored(document)
        self._connection.run(
            "INSERT INTO words (words, rowid, title, tags, prompt, parts, answers, labels)"
            " VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)",
            (document, *stored.words()),
        )
        labels.add_uses(stored.label_ids(), -1)

    def put_in(self, document: int, labels: LabelBook) -> None:
        """Learn the words and labels of a document as it is stored now."""
        stored = self._stored(document)
        self._connection.run(
            "INSERT INTO words (rowid, title, tags, prompt, parts, answers, labels)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (document, *stored.words()),
        )
        labels.add_uses(stored.label_ids(), 1)

    def _stored(self, document: int) -> StoredDocument:
        ((key, title, topics, companies, ids, activity_ids, parts),) = self._connection.rows(
            "SELECT key, title, topics, companies, labels, activity_labels, parts"
            " FROM documents JOIN texts USING (id) WHERE id = ?",
            (document,),
        )
        answers = self._connection.rows(
            "SELECT text FROM answers WHERE key = ? ORDER BY place", (key,)
        )
        return StoredDocument(
            title,
            topics,
            companies,
            f"{ids} {activity_ids}",
            parts,
            tuple(text for (text,) in answers),
        )
