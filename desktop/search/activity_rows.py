"""Activities as the index keeps them, whether or not their question is in it."""

from datetime import date

from desktop.domain.question_summary import Status
from desktop.search.document_rows import activity_labels, activity_order
from desktop.search.index_connection import IndexConnection
from desktop.search.indexed_document import Activity
from desktop.search.label_book import LabelBook
from desktop.search.summary_rows import joined, parted, read_time, stored_time


class ActivityRows:
    """Stores activities by key, and copies them into the rows of their documents."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def activity(self, key: str) -> Activity:
        """The activity last stored for a question; that of a new one if there is none."""
        row = self._connection.find_row(
            "SELECT status, statuses, flags, lists, answered, due, coverage"
            " FROM activities WHERE key = ?",
            (key,),
        )
        if row is None:
            return Activity(key=key)
        status, statuses, flags, lists, answered, due, coverage = row
        return Activity(
            key=key,
            status=Status(status),
            statuses=parted(statuses),
            flags=parted(flags),
            lists=parted(lists),
            last_answered=read_time(answered),
            due=date.fromisoformat(due) if due else None,
            coverage=coverage,
        )

    def store(self, activity: Activity) -> None:
        """Remember an activity for its key."""
        self._connection.run(
            "INSERT OR REPLACE INTO activities VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                activity.key,
                activity.status,
                joined(activity.statuses),
                joined(activity.flags),
                joined(activity.lists),
                stored_time(activity.last_answered),
                activity.due.isoformat() if activity.due else "",
                activity.coverage,
            ),
        )

    def copy_into(self, document: int, activity: Activity, labels: LabelBook) -> None:
        """Make the rows of a document show an activity."""
        self._connection.run(
            "UPDATE documents SET status = ?, statuses = ?, answered = ?, activity_labels = ?"
            " WHERE id = ?",
            (
                activity.status,
                joined(activity.statuses),
                stored_time(activity.last_answered),
                labels.ids(activity_labels(activity)),
                document,
            ),
        )
        self._connection.run(
            "UPDATE orders SET answered = ?, due = ?, coverage = ? WHERE id = ?",
            (*activity_order(activity), document),
        )
