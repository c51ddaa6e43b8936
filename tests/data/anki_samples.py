"""Small decks as Anki writes them."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing

BASIC = ("Front", "Back")
NOTES: Sequence[tuple[str, str]] = (
    ("What is <b>ridge</b>?\x1fIt adds \\(\\lambda\\lVert w\\rVert^2\\).", " ml::shrinkage hard "),
    ("{{c1::Lasso::which}} gives {{c2::zeros}}.\x1f", ""),
)


def collection(
    notes: Sequence[tuple[str, str]] = NOTES,
    fields: Sequence[str] = BASIC,
    deck: str = "Statistics",
) -> bytes:
    """The database of a deck: fields and tags of each note, in the form of Anki 2.1."""
    model = {"7": {"flds": [{"name": name, "ord": at} for at, name in enumerate(fields)]}}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "CREATE TABLE col (id INTEGER PRIMARY KEY, models TEXT, decks TEXT);"
            "CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER, tags TEXT,"
            " flds TEXT, sfld INTEGER);"
            "CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER);"
        )
        decks = json.dumps({"3": {"name": deck}})
        connection.execute("INSERT INTO col VALUES (1, ?, ?)", (json.dumps(model), decks))
        for number, (values, tags) in enumerate(notes, start=1):
            connection.execute(
                "INSERT INTO notes VALUES (?, 'g', 7, ?, ?, '')", (number, tags, values)
            )
            connection.execute("INSERT INTO cards VALUES (?, ?, 3)", (number, number))
        connection.commit()
        return connection.serialize()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in files.items():
            pack.writestr(name, data)
    return written.getvalue()


def deck_file() -> bytes:
    """An `.apkg` of the notes above."""
    return zipped({"collection.anki2": collection(), "media": b"{}"})
