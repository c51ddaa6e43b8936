"""Reading an import beside a window: what is large is read in a process of its own."""

from collections.abc import Callable, Sequence
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock
from traceback import format_exc
from typing import Any

from desktop.bank.bank import Bank, BankSource
from desktop.domain.errors import AppError
from desktop.services.compare_import import CompareImport, ReadBatch
from desktop.services.known_questions import KnownQuestions
from desktop.services.read_import import ImportWish

SMALL_BYTES = 20_000
"""What is larger would slow the window down, since its thread and ours take turns."""

MOST_S = 120.0
"""A file that is not read by then never will be."""


class ReadImportAside:
    """Reads on the calling thread, or in another process where that takes long."""

    def __init__(self, bank: Bank, index: Path, today: Callable[[], date]) -> None:
        self._sources = bank.sources
        self._index = index
        self._today = today
        self._here = CompareImport(bank, KnownQuestions(bank, index), today)
        self._turn = Lock()
        self._process: SpawnProcess | None = None
        self._is_closed = False

    def read(self, source: Path | bytes, name: str, wish: ImportWish | None = None) -> ReadBatch:
        """As `CompareImport.read`; raises AppError also if it takes far too long."""
        if _is_small(source):
            return self._here.read(source, name, wish)
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (theirs, self._sources, self._index, self._today(), (source, name, wish))
        process = context.Process(target=_read_for, args=arguments, daemon=True)
        with self._turn:
            if self._is_closed:
                raise _broken_off(name)
            if self._process is not None:  # of two that are read the newer wins
                self._process.kill()
            self._process = process
            process.start()
        theirs.close()
        try:
            said: Any = ours.recv() if ours.poll(MOST_S) else None
        except (EOFError, OSError):
            said = None
        finally:
            process.kill()
            process.join()
            ours.close()
        return _result(said, name)

    def close(self) -> None:
        """End the process, also in the middle of its work, which only reads."""
        with self._turn:
            self._is_closed = True
            if self._process is not None:
                self._process.kill()


def _is_small(source: Path | bytes) -> bool:
    if isinstance(source, bytes):
        return len(source) <= SMALL_BYTES
    try:
        return source.is_file() and source.stat().st_size <= SMALL_BYTES
    except OSError:
        return True  # it cannot be read, which is soon told


def _read_for(
    connection: Connection,
    sources: Sequence[BankSource],
    index: Path,
    today: date,
    arguments: tuple[Path | bytes, str, ImportWish | None],
) -> None:
    """Read one import for a window in another process."""
    bank = Bank(sources)
    comparing = CompareImport(bank, KnownQuestions(bank, index), lambda: today)
    try:
        connection.send(comparing.read(*arguments))
    except AppError as error:
        connection.send(("fault", error.message, error.hint))
    except Exception:  # noqa: BLE001 - carried to the window and raised there
        connection.send(format_exc())


def _result(said: object, name: str) -> ReadBatch:
    match said:
        case ReadBatch() as read:
            return read
        case "fault", str(message), str(hint):
            raise AppError(message, hint)
        case None:
            raise _broken_off(name)
        case _:
            raise RuntimeError(said)


def _broken_off(name: str) -> AppError:
    return AppError(
        f"{name} could not be read to its end. Nothing was imported.",
        "Try again; if it stays so, split it into smaller files.",
    )
