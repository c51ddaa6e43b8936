"""Comparing beside a window: reading and judging an answer is done in a process of its own."""

from collections.abc import Sequence
from pathlib import Path

from desktop.bank.bank import Bank, BankSource
from desktop.services.call_aside import Answering, CallAside
from desktop.services.compare_attempt import CompareAttempt, Comparison

FAULT = (
    "The answer could not be compared this time; it is safe in the journal.",
    "Open the comparison again.",
)


class CompareAside:
    """Opens comparisons; every call may come from any thread."""

    def __init__(self, sources: Sequence[BankSource], journal: Path) -> None:
        self._aside = CallAside(FAULT, _build, tuple(sources), journal)

    def open(self, attempt_uuid: str, method: str) -> Comparison:
        """As `CompareAttempt.open`; AppError also if the process ends before its time."""
        comparison: Comparison = self._aside.call(attempt_uuid, method)
        return comparison

    def close(self) -> None:
        """End the process."""
        self._aside.close()


def _build(sources: Sequence[BankSource], journal: Path) -> Answering:
    from desktop.services.give_feedback import GiveFeedback  # noqa: PLC0415 - only in this process

    return CompareAttempt(journal, GiveFeedback(Bank(sources)).on_answer).open
