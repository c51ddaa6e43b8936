"""What happens when something nobody foresaw goes wrong: save first, then say so."""

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError


class CrashHandler(QObject):
    """Takes over `sys.excepthook`: saves the draft, writes the details to a file, tells once.

    An exception on another thread hops to the UI thread before anything is shown. `save_draft`
    returns where the text is, in words.
    """

    told = Signal(object)
    _hopped = Signal(str)

    def __init__(self, save_draft: Callable[[], str], log: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._save_draft = save_draft
        self._log = log
        self._is_telling = False
        self._hopped.connect(self._meet)

    def install(self) -> None:
        sys.excepthook = self._on_exception

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        self._hopped.emit(details)

    def _meet(self, details: str) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        try:
            where = self._save_draft()
            self._write(details)
            self.told.emit(
                AppError(
                    f"Something unexpected happened. {where}",
                    f"You can go on. The details are in {self._log}; "
                    "please send them with a report of what you did.",
                )
            )
        finally:
            self._is_telling = False

    def _write(self, details: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now(UTC).isoformat()}\n{details}\n")
        except OSError as error:
            sys.stderr.write(f"The details could not be written to {self._log}: {error}\n")
