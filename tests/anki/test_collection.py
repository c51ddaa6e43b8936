import sqlite3
from contextlib import closing, suppress

import pytest
from anki_samples import collection

from desktop.anki.collection import read_notes
from desktop.domain.anki_note import AnkiNote
from desktop.domain.errors import AppError


def test_notes_have_their_fields_tags_and_deck() -> None:
    first, second = read_notes(collection())
    assert first.fields[0] == ("Front", "What is <b>ridge</b>?")
    assert first.tags == ("ml::shrinkage", "hard")
    assert first.deck == "Statistics"
    assert dict(second.fields) == {
        "Front": "{{c1::Lasso::which}} gives {{c2::zeros}}.",
        "Back": "",
    }


def test_the_newer_form_keeps_names_in_tables() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "CREATE TABLE fields (ntid INTEGER, ord INTEGER, name TEXT, config BLOB,"
            " PRIMARY KEY (ntid, ord)) WITHOUT ROWID;"
            "CREATE TABLE decks (id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, tags TEXT, flds TEXT);"
            "CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER);"
            "INSERT INTO fields VALUES (5, 1, 'Answer', x''), (5, 0, 'Question', x'');"
            "INSERT INTO decks VALUES (2, 'Deep' || char(31) || 'Nets');"
            "INSERT INTO notes VALUES (1, 5, ' a ', 'Why?' || char(31) || 'So.');"
            "INSERT INTO cards VALUES (1, 1, 2);"
        )
        (note,) = read_notes(connection.serialize())
    assert note.fields == (("Question", "Why?"), ("Answer", "So."))
    assert note.deck == "Deep::Nets"


def test_a_header_that_names_a_log_beside_it_is_no_hindrance() -> None:
    database = bytearray(collection())
    database[18:20] = b"\x02\x02"
    assert len(read_notes(bytes(database))) == 2


@pytest.mark.parametrize(
    "database", [b"", b"SQLite format 3\0", b"no database" * 100, collection()[:3000]]
)
def test_what_is_no_collection_is_refused(database: bytes) -> None:
    with pytest.raises(AppError, match="The deck cannot be read"):
        read_notes(database)


def test_a_view_that_never_ends_is_refused() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "CREATE VIEW notes AS WITH RECURSIVE n(id) AS"
            " (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
            " SELECT id, 1 AS mid, '' AS tags, 'x' AS flds FROM n;"
        )
        database = connection.serialize()
    with pytest.raises(AppError, match="interrupted"):
        read_notes(database)


@pytest.mark.parametrize("at", range(100, 8000, 517))
def test_a_damaged_collection_is_read_or_refused(at: int) -> None:
    database = bytearray(collection())
    database[at : at + 40] = b"\xff" * len(database[at : at + 40])
    notes: tuple[AnkiNote, ...] = ()
    with suppress(AppError):
        notes = read_notes(bytes(database))
    assert len(notes) <= 2
