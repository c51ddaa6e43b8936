"""The copies of an answer that were kept while it was written."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.word_count import count_words
from desktop.journal.journal_reader import JournalReader


@dataclass(frozen=True, slots=True)
class EarlierCopy:
    """An answer as it stood at a moment."""

    saved_at: datetime
    words: int
    text: str


def earlier_copies(journal: Path, question_key: str) -> tuple[EarlierCopy, ...]:
    """The kept copies of a draft that have words, newest first."""
    with JournalReader.open(journal) as reader:
        history = reader.draft_history(question_key)
    return tuple(
        EarlierCopy(copy.saved_at, count_words(copy.text), copy.text)
        for copy in reversed(history)
        if copy.text.strip()
    )
