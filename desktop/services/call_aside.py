"""Work beside a window: calls answered in a process of their own."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from traceback import format_exc
from typing import Any

from desktop.domain.errors import AppError

Answering = Callable[..., object]


class CallAside:
    """One process that starts with the first call and ends with the window.

    `build`, a function of a module, makes the function that answers in that process; `given` are
    its arguments, which must be plain values. `fault` is what is said, with a hint, where the
    process ends too early. Every call may come from any thread; one is answered
    after the other.
    """

    def __init__(
        self, fault: tuple[str, str], build: Callable[..., Answering], *given: object
    ) -> None:
        self._fault = fault
        self._build = build
        self._given = given
        self._turn = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_closed = False

    def call(self, *asked: object) -> Any:
        """What the function answers; raises its AppError, or one of `fault`."""
        with self._turn:
            try:
                connection = self._connect()
                connection.send(asked)
                kind, *said = connection.recv()
            except (EOFError, OSError) as error:
                self._connection = None
                raise AppError(*self._fault) from error
        if kind == "fault":
            raise AppError(*said)
        if kind == "broken":
            raise RuntimeError(*said)
        return said[0]

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
            process = context.Process(
                target=_answer_calls, args=(theirs, self._build, self._given), daemon=True
            )
            process.start()
            theirs.close()
            self._process, self._connection = process, ours
            self._end_if_closed()  # while it was starting
        return self._connection

    def _end_if_closed(self) -> None:
        if self._is_closed and self._process is not None:
            self._process.kill()


def _answer_calls(
    connection: Connection, build: Callable[..., Answering], given: tuple[object, ...]
) -> None:
    """Answer a window in another process until it hangs up."""
    answering = build(*given)
    with suppress(EOFError, OSError):
        while True:
            connection.send(_answer(answering, connection.recv()))


def _answer(answering: Answering, asked: tuple[object, ...]) -> tuple[object, ...]:
    try:
        return "answer", answering(*asked)
    except AppError as error:
        return "fault", error.message, error.hint
    except Exception:  # noqa: BLE001 - carried to the window and raised there
        return "broken", format_exc()
