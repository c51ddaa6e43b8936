"""Journals of random rows in every table, from so few values that two have much in common."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any
from zlib import compress

KEYS = ("bias", "dropout", "ridge")
ATTEMPTS = ("attempt-1", "attempt-2", "attempt-3")
RUNS = ("run-1", "run-2")
TEXTS = ("", "Half a thought", "A whole thought 😀")
NAMED = (("one", "Weak"), ("two", "weak"), ("three", "Strong"), ("three", "Steady"))
"""Uuids and names: two of one name, and one that was renamed."""

DRAFTS = (
    ("draft-1", "bias"),
    ("draft-2", "bias"),
    ("draft-3", "ridge"),
    ("draft-4", "lasso"),
    ("draft-4", "the-lasso"),
)
"""Ids and questions: two of one question, and one whose question took another key."""

OF_THIS_JOURNAL_ONLY = {"meta": (), "reveals": ("id",), "draft_history": ("id",)}

_COPIES = "SELECT NULL, draft_id, saved_at, active_s, text_zlib FROM draft_history"


def fill(path: Path, random: Random, most: int = 6) -> None:
    """Put up to `most` random rows into each table of an empty journal."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for digest in ("digest-1", "digest-2"):
            put(connection, "question_texts", (digest, f"text of {digest}"))
        for _ in range(random.randrange(most + 1)):
            put_random_rows(connection, random)
        connection.execute(
            "DELETE FROM draft_history WHERE draft_id NOT IN"
            " (SELECT id FROM drafts UNION SELECT draft_id FROM attempts)"
        )


def put_random_rows(connection: sqlite3.Connection, random: Random) -> None:
    """One more row for each table, where the keys allow it."""
    of = random.choice
    attempt, run = of(ATTEMPTS), of(RUNS)
    number = int(attempt[-1])
    fixed = (f"draft-{number}", f"digest-{1 + number % 2}", moment(0), moment(2 * number))
    put(connection, "attempts", (attempt, of(KEYS), *fixed, 5.0, 9.0, f"Answer {number}", None))
    put(
        connection, "mock_runs", (run, "screen", "seed", moment(0), of((None, time(random))), "{}")
    )
    rows = {**of_attempts(random), **of_questions(random), **of_runs(random)}
    if rows["draft_history"] in connection.execute(_COPIES).fetchall():
        del rows["draft_history"]  # the app keeps no copy twice
    for table, row in rows.items():
        put(connection, table, row)


def of_attempts(random: Random) -> dict[str, tuple[Any, ...]]:
    of = random.choice
    uuid, verdict = of(ATTEMPTS), of(("covered", "partly"))
    return {
        "bin": (uuid, time(random)),
        "marks": (uuid, of((0, 1)), of(("self", "rule")), verdict, 0, 1, time(random)),
        "predictions": (uuid, of((1, 2)), 3, time(random)),
        "replies": (uuid, 0, of(TEXTS), of((None, time(random))), time(random)),
        "attempt_notes": (uuid, of(TEXTS), time(random)),
        "attempt_stars": (uuid, time(random)),
        "comments": (
            uuid,
            0,
            "model:m",
            of(TEXTS),
            of((None, "")),
            0,
            1,
            0,
            of((0, 1)),
            time(random),
        ),
        "overtime_texts": (uuid, -1, of(TEXTS), time(random)),
        "attempt_ratings": (uuid, of((1, 2)), time(random)),
        "reveals": (None, of(KEYS), of(("approach", "cues")), time(random), of((None, uuid))),
    }


def of_questions(random: Random) -> dict[str, tuple[Any, ...]]:
    of = random.choice
    key, (uuid, name) = of(KEYS), of(NAMED)
    (draft, draft_key), made = of(DRAFTS), time(random)
    return {
        "drafts": (
            draft_key,
            draft,
            "digest-1",
            made,
            time(random),
            3,
            9.0,
            of((1.0, 2.0)),
            of(TEXTS),
            None,
        ),
        "draft_history": (None, draft, time(random), 1.0, compress(of(TEXTS).encode())),
        "stars": (key, made),
        "question_notes": (key, of(TEXTS), made),
        "point_reviews": (uuid, key, "point", of(TEXTS), of((1, 2)), 1.0, made),
        "review_drafts": (key, "", of(TEXTS), 1.0, made),
        "review_days": (key, "", of((None, "never")), made),
        "interviews": (uuid, of(("Acme", "Bolt")), "", "2026-12-01", of((0, 1)), made),
        "lists": (uuid, name, name.casefold(), of((0, 1)), made),
        "list_entries": (uuid, key, of((0, 1)), made),
        "saved_searches": (uuid, name, name.casefold(), of(TEXTS), "title", of((0, 1)), made),
    }


def of_runs(random: Random) -> dict[str, tuple[Any, ...]]:
    of = random.choice
    run, task = of(RUNS), of((0, 1))
    return {
        "mock_steps": (run, of((1, 2, 3)), of(("begun", "ended")), time(random), 1.0, "boot"),
        "mock_texts": (run, task, -1, f"draft-{run}-{task}", of(TEXTS), 0, time(random)),
        "mock_answers": (run, task, f"attempt-{run[-1]}"),
        "mock_ratings": (run, "depth", of((1, 2)), time(random)),
    }


def put(connection: sqlite3.Connection, table: str, row: tuple[Any, ...]) -> None:
    """Add a row if the keys allow it."""
    marks = ", ".join("?" * len(row))
    try:
        connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
    except sqlite3.IntegrityError as error:
        if "FOREIGN KEY" not in str(error):
            raise


def moment(hour: int) -> str:
    return f"2026-11-22T{hour:02}:00:00.000000Z"


def time(random: Random) -> str:
    return moment(random.randrange(8))


def tables(path: Path) -> tuple[str, ...]:
    """The tables of a journal."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return tuple(name for (name,) in rows)


def dump(path: Path) -> dict[str, list[str]]:
    """All that a journal holds, by table; without the numbers a journal gives for itself."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(repr(row) for row in connection.execute(_columns(connection, table)))
            for table in tables(path)
            if table != "meta"
        }


def _columns(connection: sqlite3.Connection, table: str) -> str:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    own = OF_THIS_JOURNAL_ONLY.get(table, ())
    return f"SELECT {', '.join(name for name in names if name not in own)} FROM {table}"
