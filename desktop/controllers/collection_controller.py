"""Stars, lists and saved searches while the window is open."""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.question_collections import Collections

if TYPE_CHECKING:
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.library import Library

READ_LANE = "read collections"


class CollectionController(QObject):
    """Holds what is starred, listed and saved; every wish is one write to the journal."""

    collections_changed = Signal(object)

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        library: "Callable[[], Library]",
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._library = library
        self._runner = runner
        self._clock = clock
        self._collections = Collections()
        self._write_numbers = count()

    @property
    def collections(self) -> Collections:
        return self._collections

    def note(self, collections: Collections) -> None:
        """Take what was read from the journal."""
        if collections != self._collections:
            self._collections = collections
            self.collections_changed.emit(collections)

    def refresh(self) -> None:
        """Read everything again, because the journal has changed."""
        library = self._library

        def read() -> Collections:
            return library().read_collections()

        self._runner.run(READ_LANE, read, self.note)

    def toggle_star(self, key: str) -> None:
        """Star a question, or take its star away."""
        at = self._now()
        self._write(lambda journal: journal.collections.toggle_star(key, at))

    def add_to_list(self, name: str, key: str) -> None:
        """Put a question last on the list of that name, which is made if need be."""
        at, uuid = self._now(), _new_uuid()
        self._write(lambda journal: journal.collections.add_to_list(name, key, uuid=uuid, at=at))

    def turn_list(self, key: str, name: str) -> None:
        """Put a question on the list of that name, or take it off if it is on it."""
        from desktop.domain.collection_names import (  # noqa: PLC0415 – after the first paint
            find_list,
        )

        on_it = find_list(self._collections, name)
        if on_it is not None and key in on_it.keys:
            uuid = on_it.uuid
            self._write(lambda journal: journal.collections.remove_from_list(uuid, key))
        else:
            self.add_to_list(name, key)

    def move_in_list(self, uuid: str, key: str, place: int) -> None:
        """Put a question of a list at a place, counted from 0 without it."""
        self._write(lambda journal: journal.collections.move_in_list(uuid, key, place))

    def make_list(self, name: str) -> None:
        at, uuid = self._now(), _new_uuid()
        self._write(lambda journal: journal.collections.make_list(name, uuid=uuid, at=at))

    def rename_list(self, uuid: str, name: str) -> None:
        self._write(lambda journal: journal.collections.rename_list(uuid, name))

    def delete_list(self, uuid: str) -> None:
        self._write(lambda journal: journal.collections.delete_list(uuid))

    def save_search(self, name: str, query: str, sort: str) -> None:
        """Keep a query and an order under a name, in place of one before."""
        at, uuid = self._now(), _new_uuid()
        self._write(
            lambda journal: journal.collections.save_search(name, query, sort, uuid=uuid, at=at)
        )

    def rename_search(self, uuid: str, name: str) -> None:
        self._write(lambda journal: journal.collections.rename_search(uuid, name))

    def delete_search(self, uuid: str) -> None:
        self._write(lambda journal: journal.collections.delete_search(uuid))

    def _now(self) -> datetime:
        return self._clock.now()

    def _write(self, operation: Callable[[Any], object]) -> None:
        """Write in the order asked for; each in a lane of its own, so that no error is dropped."""
        future = self._writer().submit(operation)
        self._runner.run(f"write collections {next(self._write_numbers)}", future.result, _settle)


def _settle(_result: object) -> None:
    """The journal tells of the change itself."""


def _new_uuid() -> str:
    from uuid import uuid4  # noqa: PLC0415 – brings much with it, and the first paint waits

    return str(uuid4())
