"""The one thread that writes the journal."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Condition, Thread
from typing import Any, TypeVar

from desktop.domain.draft import Draft
from desktop.domain.errors import DiskFullError
from desktop.journal.journal import Journal

T = TypeVar("T")


class JournalWriter:
    """Runs writes one after another on a thread that owns the writing connection.

    The journal opens with the first write; a write's error, also that of opening, is in its
    future, and the next write tries again. A future cannot be cancelled. On a full disk
    `make_room` says whether it could make some; the write is then tried once more.
    """

    def __init__(
        self, open_journal: Callable[[], Journal], make_room: Callable[[], bool] = bool
    ) -> None:
        self._open_journal = open_journal
        self._make_room = make_room
        self._waiting: deque[_Write | _DraftSave] = deque()
        self._changed = Condition()
        self._is_closing = False
        self._thread = Thread(target=self._run, name="journal writer", daemon=True)
        self._thread.start()

    def submit(self, operation: Callable[[Journal], T]) -> "Future[T]":
        """Run an operation after those before it; raises RuntimeError after `close`."""
        future: Future[T] = Future()
        with self._changed:
            self._append(_Write(future, operation))
        return future

    def save_draft(self, draft: Draft, *, with_history: bool = False) -> "Future[None]":
        """Save a draft; one of the same question still waiting gives way and shares its future.

        It never gives way across another operation, so the order of writes holds.
        """
        with self._changed:
            save = self._waiting_save(draft.question_key)
            if save is None:
                save = _DraftSave(Future(), draft, with_history)
                self._append(save)
            else:
                save.draft = draft
                save.with_history |= with_history
        return save.future

    def close(self) -> None:
        """Finish all writes asked for, close the journal and end the thread."""
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        self._thread.join()

    def _append(self, write: "_Write | _DraftSave") -> None:
        if self._is_closing:
            raise RuntimeError("the journal writer is closed")
        write.future.set_running_or_notify_cancel()
        self._waiting.append(write)
        self._changed.notify()

    def _waiting_save(self, question_key: str) -> "_DraftSave | None":
        for write in reversed(self._waiting):
            if not isinstance(write, _DraftSave):
                return None
            if write.draft.question_key == question_key:
                return write
        return None

    def _run(self) -> None:
        journal: Journal | None = None
        while (write := self._next()) is not None:
            try:
                journal = journal or self._open_journal()
                result = self._run_with_room(write, journal)
            except Exception as error:  # noqa: BLE001 – whatever it is, the asker gets it
                write.future.set_exception(error)
            else:
                write.future.set_result(result)
        if journal is not None:
            journal.close()

    def _run_with_room(self, write: "_Write | _DraftSave", journal: Journal) -> Any:
        try:
            return write.run(journal)
        except DiskFullError:
            if not self._make_room():
                raise
        return write.run(journal)  # nothing of it was written before: a write is one transaction

    def _next(self) -> "_Write | _DraftSave | None":
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closing)
            return self._waiting.popleft() if self._waiting else None


@dataclass(slots=True)
class _Write:
    future: "Future[Any]"
    run: Callable[[Journal], Any]


@dataclass(slots=True)
class _DraftSave:
    future: "Future[None]"
    draft: Draft
    with_history: bool

    def run(self, journal: Journal) -> None:
        journal.save_draft(self.draft, with_history=self.with_history)
