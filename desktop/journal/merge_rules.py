"""What becomes of a row that two journals have: the rules of most tables, as data."""

from typing import NamedTuple


class RowRule(NamedTuple):
    """Which of two rows with the same key stays.

    `prefers` are expressions on a row, `{}` being its name: the row in which they are greater
    stays, or with `is_earliest` the one in which they are less. Where they are equal the columns
    decide, whichever journal they come from. `earliest_of` takes the earliest of both rows.
    """

    table: str
    key: tuple[str, ...]
    prefers: tuple[str, ...]
    is_earliest: bool = False
    earliest_of: tuple[str, ...] = ()


_OF_ATTEMPT = ("attempt_uuid",)

ROW_RULES = (
    RowRule("bin", _OF_ATTEMPT, ("{}.deleted_at",)),
    RowRule("stars", ("question_key",), ("{}.starred_at",), is_earliest=True),
    RowRule("marks", (*_OF_ATTEMPT, "point", "judge"), ("{}.marked_at",)),
    RowRule("predictions", _OF_ATTEMPT, ("{}.predicted_at",), is_earliest=True),
    RowRule(
        "replies",
        (*_OF_ATTEMPT, "follow_up"),
        ("{}.text <> ''", "{}.written_at"),  # opening a model reply writes an empty one
        earliest_of=("opened_at",),
    ),
    RowRule("attempt_notes", _OF_ATTEMPT, ("{}.written_at",)),
    RowRule("attempt_stars", _OF_ATTEMPT, ("{}.starred_at",), is_earliest=True),
    RowRule("question_notes", ("question_key",), ("{}.written_at",)),
    RowRule("comments", (*_OF_ATTEMPT, "point", "judge"), ("{}.is_whole", "{}.written_at")),
    RowRule("overtime_texts", (*_OF_ATTEMPT, "follow_up"), ("{}.written_at",)),
    RowRule("mock_ratings", ("run_uuid", "dimension"), ("{}.rated_at",)),
    RowRule("attempt_ratings", _OF_ATTEMPT, ("{}.rated_at",)),
    RowRule("point_reviews", ("uuid",), ("{}.reviewed_at",)),
    RowRule("review_drafts", ("question_key", "point"), ("{}.saved_at",)),
    RowRule("review_days", ("question_key", "point"), ("{}.set_at",)),
    RowRule("interviews", ("uuid",), ("{}.set_at",)),
)

RULED_APART = frozenset(
    (
        "question_texts",
        "attempts",
        "reveals",
        "drafts",
        "draft_history",
        "lists",
        "list_entries",
        "saved_searches",
        "mock_runs",
        "mock_steps",
        "mock_texts",
        "mock_answers",
    )
)
"""Tables whose rows hang together; they have functions of their own."""

OWN = frozenset(("meta",))
"""What is of this journal only."""

KNOWN_TABLES = frozenset(rule.table for rule in ROW_RULES) | RULED_APART | OWN
