"""Short notes about the index as a whole."""

from desktop.search.index_connection import IndexConnection


class IndexNotes:
    """Remembers a text under a name, such as up to which change of the journal was indexed."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def find_note(self, name: str) -> str | None:
        """The text under a name, None if there is none."""
        row = self._connection.find_row("SELECT value FROM notes WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    def put_note(self, name: str, value: str) -> None:
        """Remember a text under a name."""
        self._connection.run("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))
