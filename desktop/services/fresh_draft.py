"""The draft of an answer nobody has begun yet."""

from datetime import datetime

from desktop.domain.draft import Draft
from desktop.journal.journal_reader import JournalReader
from desktop.services.question_sheet import QuestionSheet

SECONDS_A_MINUTE = 60


def fresh_draft(
    reader: JournalReader, sheet: QuestionSheet, now: datetime, usual_budget_s: float
) -> Draft:
    """An empty draft with the question's budget, or the usual one, and what was opened since."""
    return Draft(
        question_key=sheet.key,
        digest=sheet.digest,
        text="",
        started_at=now,
        saved_at=now,
        budget_s=(sheet.minutes or 0) * SECONDS_A_MINUTE or usual_budget_s,
        revealed=reader.activity_of(sheet.key).revealed,
    )
