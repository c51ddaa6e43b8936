"""Comparing beside a window: reading and judging an answer is done in a process of its own."""

from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock
from traceback import format_exc
from typing import Any

from desktop.bank.bank import Bank, BankSource
from desktop.domain.errors import AppError
from desktop.services.compare_attempt import CompareAttempt, Comparison


class CompareAside:
    """Opens comparisons in one process that starts with the first and ends with the window.

    Every call may come from any thread; one is answered after the other.
    """

    def __init__(self, sources: Sequence[BankSource], journal: Path) -> None:
        self._sources = tuple(sources)
        self._journal = journal
        self._turn = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_closed = False

    def open(self, attempt_uuid: str, method: str) -> Comparison:
        """As `CompareAttempt.open`; AppError also if the process ends before its time."""
        with self._turn:
            try:
                connection = self._connect()
                connection.send((attempt_uuid, method))
                said: Any = connection.recv()
            except (EOFError, OSError) as error:
                self._connection = None
                raise AppError(
                    "The answer could not be compared this time; it is safe in the journal.",
                    "Open the comparison again.",
                ) from error
        match said:
            case Comparison() as comparison:
                return comparison
            case "fault", message, hint:
                raise AppError(message, hint)
            case _:
                raise RuntimeError(said)

    def close(self) -> None:
        """End the process, also in the middle of its work, which only reads."""
        self._is_closed = True
        if self._process is not None:
            self._process.kill()
            self._process.join()

    def _connect(self) -> Connection:
        if self._is_closed:
            raise EOFError
        if self._connection is None:
            context = get_context("spawn")
            ours, theirs = context.Pipe()
            self._process = context.Process(
                target=_compare_for, args=(theirs, self._sources, self._journal), daemon=True
            )
            self._process.start()
            theirs.close()
            self._connection = ours
        return self._connection


def _compare_for(connection: Connection, sources: Sequence[BankSource], journal: Path) -> None:
    """Answer a window in another process until it hangs up."""
    from desktop.services.give_feedback import GiveFeedback  # noqa: PLC0415 - only in this process

    compare = CompareAttempt(journal, GiveFeedback(Bank(sources)).on_answer)
    with suppress(EOFError, OSError):
        while True:
            connection.send(_answer(compare, *connection.recv()))


def _answer(compare: CompareAttempt, attempt_uuid: str, method: str) -> object:
    try:
        return compare.open(attempt_uuid, method)
    except AppError as error:
        return "fault", error.message, error.hint
    except Exception:  # noqa: BLE001 - carried to the window and raised there
        return format_exc()
