"""Refreshing the index beside a window: much work is done in a process of its own."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from traceback import format_exc
from typing import Any

from desktop.bank.bank import Bank, BankSource
from desktop.domain.errors import AppError
from desktop.services.refresh_index import (
    Progress,
    RefreshIndex,
    RefreshLimits,
    RefreshReport,
    TooMuchToRefreshError,
)

HERE = RefreshLimits(most_files=3_000, most_questions=200)
"""More than this would slow the window down, since its thread and ours take turns."""

PATIENCE_S = 0.1
"""Between two looks at whether the work is still wanted."""


class RefreshAside:
    """Refreshes on the calling thread, or in another process where that takes long."""

    def __init__(
        self,
        sources: Sequence[BankSource],
        index: Path,
        journal: Path,
        now: Callable[[], datetime],
    ) -> None:
        self._sources = tuple(sources)
        self._index = index
        self._journal = journal
        self._now = now
        self._here = RefreshIndex(Bank(sources), index, journal, now)

    def refresh(
        self,
        is_cancelled: Callable[[], bool],
        on_progress: Progress,
        within: Collection[str] = (),
    ) -> RefreshReport:
        """As `RefreshIndex.refresh`; raises AppError if the other process ends before its time."""
        if self._here.count_known(within) <= HERE.most_files:
            with suppress(TooMuchToRefreshError):
                return self._here.refresh(is_cancelled, on_progress, within, HERE)
        return self._refresh_in_process(is_cancelled, on_progress, tuple(within))

    def _refresh_in_process(
        self, is_cancelled: Callable[[], bool], on_progress: Progress, within: tuple[str, ...]
    ) -> RefreshReport:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (theirs, self._sources, self._index, self._journal, self._now(), within)
        process = context.Process(target=_refresh_for, args=arguments, daemon=True)
        process.start()
        theirs.close()
        try:
            return _hear(ours, is_cancelled, on_progress)
        finally:
            ours.close()  # which the other process takes for a wish to end
            process.join()


def _hear(
    connection: Connection, is_cancelled: Callable[[], bool], on_progress: Progress
) -> RefreshReport:
    while not is_cancelled():
        if not connection.poll(PATIENCE_S):
            continue
        try:
            said: Any = connection.recv()
        except EOFError as error:
            raise AppError(
                "The search index was not brought up to date; questions and answers are safe.",
                "Start Greenroom again to try it once more.",
            ) from error
        match said:
            case RefreshReport() as report:
                return report
            case "fault", message, hint:
                raise AppError(message, hint)
            case "broken", details:
                raise RuntimeError(details)
            case done, total:
                on_progress(done, total)
    return RefreshReport()


def _refresh_for(
    connection: Connection,
    sources: Sequence[BankSource],
    index: Path,
    journal: Path,
    now: datetime,
    within: tuple[str, ...],
) -> None:
    """Refresh for a window in another process, until it is done or the window hangs up."""
    refresh = RefreshIndex(Bank(sources), index, journal, lambda: now)

    def tell(done: int, total: int) -> None:
        with suppress(OSError):
            connection.send((done, total))

    said: object
    try:
        said = refresh.refresh(connection.poll, tell, within)
    except AppError as error:
        said = ("fault", error.message, error.hint)
    except Exception:  # noqa: BLE001 - carried to the window and raised there
        said = ("broken", format_exc())
    with suppress(OSError):  # nobody is there any more
        connection.send(said)
