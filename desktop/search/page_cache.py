"""Rendered pages kept for a first paint without the Markdown library."""

from desktop.search.index_connection import IndexConnection

KEPT_PAGES = 30


class PageCache:
    """Keeps the pages put in last."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def put_page(self, key: str, digest: str, body: bytes) -> None:
        """Keep a question's page; `digest` is that of the text it was made of."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM pages WHERE key = ?", (key,))
            newest = self._connection.insert(
                "INSERT INTO pages (id, key, digest, body)"
                " VALUES ((SELECT coalesce(max(id), 0) + 1 FROM pages), ?, ?, ?)",
                (key, digest, body),
            )
            self._connection.run("DELETE FROM pages WHERE id <= ?", (newest - KEPT_PAGES,))

    def find_page(self, key: str) -> tuple[str, bytes] | None:
        """The digest and the page of a question; None if it is not kept."""
        return self._connection.find_row("SELECT digest, body FROM pages WHERE key = ?", (key,))
