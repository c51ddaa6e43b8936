"""The notes in a collection of Anki: an SQLite file that somebody else has written."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

from desktop.domain.anki_note import AnkiNote
from desktop.domain.errors import AppError

_FIELD_SEPARATOR = "\x1f"
_LONGEST_VALUE = 20_000_000
_STEPS = 1_000_000
_MOST_STEPS = 30
"""A million steps each; a note takes some twenty. A file made to keep us busy ends here."""

_VERSIONS_AT = 18
_JOURNAL_VERSIONS = b"\x01\x01"
"""A database in memory has no write-ahead log beside it, whatever its header says."""


def read_notes(database: bytes) -> tuple[AnkiNote, ...]:
    """The notes of a collection, by the order in which they were made.

    Raises AppError if it is no collection of Anki, or damaged.
    """
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            _open(connection, database)
            return tuple(_notes(connection))
    except (sqlite3.Error, ValueError, OverflowError) as error:
        raise AppError(
            f"The deck cannot be read: {error}. Nothing was imported.",
            "Export it from Anki again, or as “Notes in Plain Text”.",
        ) from error


def _open(connection: sqlite3.Connection, database: bytes) -> None:
    head, tail = database[:_VERSIONS_AT], database[_VERSIONS_AT + len(_JOURNAL_VERSIONS) :]
    connection.deserialize(head + _JOURNAL_VERSIONS + tail)
    connection.text_factory = _as_text
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.create_collation("unicase", _compare)
    for setting in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {setting}")
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, _STEPS)


def _notes(connection: sqlite3.Connection) -> Iterator[AnkiNote]:
    names = _field_names(connection)
    decks = _deck_names(connection)
    deck_of = dict(_rows_if_there(connection, "SELECT nid, min(did) FROM cards GROUP BY nid"))
    query = "SELECT id, mid, tags, flds FROM notes ORDER BY id"
    for note, model, tags, fields in connection.execute(query):
        values = _text(fields).split(_FIELD_SEPARATOR)
        known = names.get(_text(model), ())
        named = tuple(
            (known[at] if at < len(known) else _usual_name(at), value)
            for at, value in enumerate(values)
        )
        deck = decks.get(_text(deck_of.get(note)), "")
        yield AnkiNote(named, tuple(_text(tags).split()), deck)


def _field_names(connection: sqlite3.Connection) -> Mapping[str, tuple[str, ...]]:
    """The names of fields by the kind of note, in a table or, of old, in one JSON value."""
    names: dict[str, list[str]] = {}
    for kind, name in _rows_if_there(
        connection, "SELECT ntid, name FROM fields ORDER BY ntid, ord"
    ):
        names.setdefault(_text(kind), []).append(_text(name))
    for kind, model in _stored_objects(connection, "models"):
        fields = model.get("flds")
        if isinstance(fields, list):
            names[kind] = [_text(one.get("name")) for one in fields if isinstance(one, dict)]
    return {kind: tuple(each) for kind, each in names.items()}


def _deck_names(connection: sqlite3.Connection) -> Mapping[str, str]:
    rows = _rows_if_there(connection, "SELECT id, name FROM decks")
    names = {_text(deck): _text(name).replace(_FIELD_SEPARATOR, "::") for deck, name in rows}
    for deck, stored in _stored_objects(connection, "decks"):
        names[deck] = _text(stored.get("name"))
    return names


def _stored_objects(
    connection: sqlite3.Connection, column: str
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for (stored,) in _rows_if_there(connection, f"SELECT {column} FROM col LIMIT 1"):  # noqa: S608 - one of our two names
        try:
            objects = json.loads(_text(stored) or "{}")
        except (ValueError, RecursionError):  # names are a help; the notes are read without
            return
        if isinstance(objects, dict):
            yield from ((key, each) for key, each in objects.items() if isinstance(each, dict))


def _rows_if_there(connection: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that only some versions of Anki have."""
    try:
        yield from connection.execute(query)
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise


def _usual_name(at: int) -> str:
    return ("Front", "Back")[at] if at < 2 else f"Field {at + 1}"  # noqa: PLR2004 - the two names


def _as_text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return _as_text(value)
    return "" if value is None else str(value)


def _compare(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)
