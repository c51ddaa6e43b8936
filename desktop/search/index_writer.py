"""Writes questions, activities and answers into the index."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from desktop.search.activity_rows import ActivityRows
from desktop.search.document_rows import (
    difficulty_order,
    document_labels,
    form_of,
    group_order,
    minutes_order,
    packed,
    packed_parts,
    title_order,
)
from desktop.search.index_connection import IndexConnection
from desktop.search.indexed_document import Activity, FileStamp, IndexedDocument, OwnAnswer
from desktop.search.label_book import LabelBook
from desktop.search.summary_rows import joined, stored_time
from desktop.search.word_rows import WordRows


class IndexWriter:
    """The one that writes; each method is one transaction, so a few hundred at a time is best."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection
        self._words = WordRows(connection)
        self._activities = ActivityRows(connection)

    def replace(self, documents: Iterable[IndexedDocument]) -> None:
        """Put questions in, in place of what has the same key or path."""
        with self._transaction() as labels:
            for document in documents:
                freed = self._take_out_matching(document.key, document.stamp.path, labels)
                self._remember(document.stamp)
                self._put_in(freed, document, labels)

    def remember(self, stamps: Iterable[FileStamp]) -> None:
        """Note files in which there is no question to list, lest they seem new each time.

        A question that was listed from such a file is taken out.
        """
        with self._transaction() as labels:
            for stamp in stamps:
                self._take_out_matching("", stamp.path, labels)
                self._remember(stamp)

    def remove(self, paths: Iterable[str]) -> None:
        """Forget files and their questions; paths that are not known are passed over."""
        with self._transaction() as labels:
            for path in paths:
                self._take_out_matching("", path, labels)
                self._connection.run("DELETE FROM files WHERE path = ?", (path,))

    def set_activity(self, activities: Iterable[Activity]) -> None:
        """Note where the person stands with questions, whether or not they are in the index."""
        with self._transaction() as labels:
            for activity in activities:
                with self._changing(activity.key, labels) as document:
                    self._activities.store(activity)
                    if document is not None:
                        self._activities.copy_into(document, activity, labels)

    def set_answers(self, key: str, answers: Sequence[OwnAnswer]) -> None:
        """Make these the draft and attempts of a question, newest first."""
        with self._transaction() as labels, self._changing(key, labels):
            self._connection.run("DELETE FROM answers WHERE key = ?", (key,))
            self._connection.run_many(
                "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)",
                [_answer_row(key, place, answer) for place, answer in enumerate(answers)],
            )

    @contextmanager
    def _transaction(self) -> Iterator[LabelBook]:
        with self._connection.transaction():
            labels = LabelBook(self._connection)
            yield labels
            labels.write_uses()

    @contextmanager
    def _changing(self, key: str, labels: LabelBook) -> Iterator[int | None]:
        """The id of the question while it is changed; None if it is not in the index."""
        row = self._connection.find_row("SELECT id FROM documents WHERE key = ?", (key,))
        if row is None:
            yield None
            return
        self._words.take_out(row[0], labels)
        yield row[0]
        self._words.put_in(row[0], labels)

    def _remember(self, stamp: FileStamp) -> None:
        self._connection.run(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            (stamp.path, stamp.id, stamp.size, stamp.mtime_ns),
        )

    def _take_out_matching(self, key: str, path: str, labels: LabelBook) -> int | None:
        """Take out what has the key or the path; an id that became free."""
        rows = self._connection.rows(
            "SELECT id FROM documents WHERE key = ? OR path = ?", (key, path)
        )
        for (document,) in rows:
            self._words.take_out(document, labels)
            self._connection.run(
                "DELETE FROM former_keys WHERE key = (SELECT key FROM documents WHERE id = ?)",
                (document,),
            )
            self._connection.run("DELETE FROM documents WHERE id = ?", (document,))
            self._connection.run("DELETE FROM texts WHERE id = ?", (document,))
            self._connection.run("DELETE FROM orders WHERE id = ?", (document,))
        return rows[0][0] if rows else None

    def _put_in(self, freed: int | None, document: IndexedDocument, labels: LabelBook) -> None:
        row = (
            freed,
            document.key,
            document.stamp.path,
            document.digest,
            document.title,
            document.category,
            document.difficulty,
            document.minutes,
            joined(document.rounds),
            joined(document.roles),
            joined(document.companies),
            joined(document.topics),
            document.pack,
            form_of(document),
            joined(document.related),
            document.problem_count,
            labels.ids(document_labels(document)),
        )
        number = self._connection.insert(
            "INSERT INTO documents (id, key, path, digest, title, category, difficulty, minutes,"
            " rounds, roles, companies, topics, pack, form, related, problem_count, labels)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        self._connection.run_many(
            "INSERT OR IGNORE INTO former_keys VALUES (?, ?)",
            [(former, document.key) for former in document.formerly],
        )
        self._connection.run("INSERT INTO texts VALUES (?, ?)", (number, packed_parts(document)))
        self._connection.run(
            "INSERT INTO orders (id, title, difficulty, minutes, category, company)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                number,
                title_order(document),
                difficulty_order(document.difficulty),
                minutes_order(document.minutes),
                group_order(document.category),
                group_order(document.companies[0] if document.companies else ""),
            ),
        )
        activity = self._activities.activity(document.key)
        self._activities.copy_into(number, activity, labels)
        self._words.put_in(number, labels)


def _answer_row(key: str, place: int, answer: OwnAnswer) -> tuple[object, ...]:
    stamp = answer.stamp
    written_at = stored_time(stamp.written_at)
    return key, place, stamp.kind, stamp.uuid, written_at, packed(answer.text)
