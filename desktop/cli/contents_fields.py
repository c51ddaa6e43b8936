"""What is in a journal or backup, for a program to read."""

from typing import Any

from desktop.journal.inspection import JournalContents


def contents_fields(contents: JournalContents) -> dict[str, Any]:
    """The numbers and the moment, as JSON has them."""
    at = contents.last_written_at
    return {
        "attempts": contents.attempts,
        "drafts": contents.drafts,
        "marks": contents.marks,
        "mock_runs": contents.mock_runs,
        "last_written_at": at.isoformat() if at else None,
    }
