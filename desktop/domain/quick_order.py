"""The order in which quick questions are asked."""

import random
from collections.abc import Collection, Iterable

from desktop.domain.question_summary import QuestionSummary, Status


def quick_order(
    rows: Iterable[QuestionSummary], due: Collection[str], seed: int
) -> tuple[str, ...]:
    """The keys: what is due, what is new, the rest; each shuffled with the seed."""
    shuffled = sorted(rows, key=_key_of)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order of questions, not a secret

    def urgency(row: QuestionSummary) -> int:
        if row.key in due:
            return 0
        return 2 if row.status is Status.ATTEMPTED else 1

    return tuple(map(_key_of, sorted(shuffled, key=urgency)))


def _key_of(row: QuestionSummary) -> str:
    return row.key
