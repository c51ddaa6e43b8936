"""Writing stars, lists and saved searches into the journal."""

from datetime import datetime

from desktop.domain.collection_names import usable_name
from desktop.domain.errors import AppError
from desktop.domain.query_fields import folded_value
from desktop.journal.collection_reader import CollectionReader
from desktop.journal.journal_change import ChangeKind
from desktop.journal.statements import Transactions
from desktop.journal.timestamps import as_text


class CollectionWriter(CollectionReader):
    """Each write is one transaction; UUIDs of new rows come from the caller."""

    def __init__(self, transactions: Transactions) -> None:
        super().__init__(transactions)
        self._transactions = transactions

    def toggle_star(self, question_key: str, at: datetime) -> bool:
        """Star a question, or take its star away; returns whether it is starred now."""
        with self._transactions.writing(question_key) as changed:
            changed.add(ChangeKind.STARS)
            if self._transactions.do("DELETE FROM stars WHERE question_key = ?", question_key):
                return False
            self._transactions.do("INSERT INTO stars VALUES (?, ?)", question_key, as_text(at))
            return True

    def add_to_list(self, name: str, question_key: str, *, uuid: str, at: datetime) -> None:
        """Put a question last on the list of that name, which is made with `uuid` if need be.

        A question that is on the list already keeps its place. Raises AppError if the name
        cannot be one.
        """
        name = usable_name(name)
        with self._transactions.writing(question_key) as changed:
            if self._make_list(name, uuid, at):
                changed.add(ChangeKind.LISTS)
            if self._transactions.do(
                "INSERT OR IGNORE INTO list_entries SELECT uuid, ?, coalesce("
                "  (SELECT max(position) + 1 FROM list_entries WHERE list_uuid = uuid), 0), ?"
                " FROM lists WHERE compared_name = ?",
                question_key,
                as_text(at),
                folded_value(name),
            ):
                changed.add(ChangeKind.LISTS)

    def make_list(self, name: str, *, uuid: str, at: datetime) -> None:
        """Make an empty list; one of that name stays. Raises AppError if it cannot be a name."""
        name = usable_name(name)
        with self._transactions.writing() as changed:
            if self._make_list(name, uuid, at):
                changed.add(ChangeKind.LISTS)

    def remove_from_list(self, uuid: str, question_key: str) -> None:
        """Take a question off a list."""
        with self._transactions.writing(question_key) as changed:
            if self._transactions.do(
                "DELETE FROM list_entries WHERE list_uuid = ? AND question_key = ?",
                uuid,
                question_key,
            ):
                changed.add(ChangeKind.LISTS)

    def move_in_list(self, uuid: str, question_key: str, place: int) -> None:
        """Put a question of a list at a place, counted from 0 without it; one beyond is last."""
        with self._transactions.writing(question_key) as changed:
            before = next((one.keys for one in self.all().lists if one.uuid == uuid), ())
            if question_key not in before:
                return
            after = [key for key in before if key != question_key]
            after.insert(place, question_key)
            for position, key in enumerate(after):
                self._transactions.do(
                    "UPDATE list_entries SET position = ?"
                    " WHERE list_uuid = ? AND question_key = ?",
                    position,
                    uuid,
                    key,
                )
            if tuple(after) != before:
                changed.add(ChangeKind.LISTS)

    def rename_list(self, uuid: str, name: str) -> None:
        """Give a list another name; raises AppError if it is taken or cannot be a name."""
        self._rename("lists", uuid, usable_name(name), ChangeKind.LISTS)

    def delete_list(self, uuid: str) -> None:
        """Throw a list away; its questions stay."""
        self._delete("lists", uuid, ChangeKind.LISTS)

    def save_search(self, name: str, query: str, sort: str, *, uuid: str, at: datetime) -> None:
        """Keep a query and an order (a value of `Sort`) under a name, in place of one before.

        Raises AppError if the name cannot be one.
        """
        name = usable_name(name)
        with self._transactions.writing() as changed:
            self._transactions.do(
                "INSERT INTO saved_searches VALUES (?, ?, ?, ?, ?,"
                "  (SELECT coalesce(max(position) + 1, 0) FROM saved_searches), ?)"
                " ON CONFLICT (compared_name) DO UPDATE"
                " SET name = excluded.name, query = excluded.query, sort = excluded.sort",
                uuid,
                name,
                folded_value(name),
                query,
                sort,
                as_text(at),
            )
            changed.add(ChangeKind.SAVED_SEARCHES)

    def rename_search(self, uuid: str, name: str) -> None:
        """Give a saved search another name; raises AppError if it is taken or cannot be one."""
        self._rename("saved_searches", uuid, usable_name(name), ChangeKind.SAVED_SEARCHES)

    def delete_search(self, uuid: str) -> None:
        """Throw a saved search away."""
        self._delete("saved_searches", uuid, ChangeKind.SAVED_SEARCHES)

    def _make_list(self, name: str, uuid: str, at: datetime) -> bool:
        return bool(
            self._transactions.do(
                "INSERT INTO lists VALUES"
                " (?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM lists), ?)"
                " ON CONFLICT (compared_name) DO NOTHING",
                uuid,
                name,
                folded_value(name),
                as_text(at),
            )
        )

    def _rename(self, table: str, uuid: str, name: str, kind: ChangeKind) -> None:
        compared = folded_value(name)
        with self._transactions.writing() as changed:
            if self._transactions.rows(
                f"SELECT 1 FROM {table} WHERE compared_name = ? AND uuid <> ?",  # noqa: S608 – ours
                compared,
                uuid,
            ):
                raise AppError(
                    f"The name “{name}” is taken; nothing was changed.", "Choose another name."
                )
            if self._transactions.do(
                f"UPDATE {table} SET name = ?, compared_name = ? WHERE uuid = ?",  # noqa: S608 – ours
                name,
                compared,
                uuid,
            ):
                changed.add(kind)

    def _delete(self, table: str, uuid: str, kind: ChangeKind) -> None:
        with self._transactions.writing() as changed:
            if self._transactions.do(f"DELETE FROM {table} WHERE uuid = ?", uuid):  # noqa: S608 – ours
                changed.add(kind)
