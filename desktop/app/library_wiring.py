"""Connects what is found in the question files with what is on show."""

from collections.abc import Callable
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.services.refresh_index import RefreshReport

TOLD_MS = 8_000


class LibraryWiring(QObject):
    """Follows files that change, and tells what is wrong with them."""

    def __init__(self, parts: Parts, tell: Callable[[AppError], None]) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._tell = tell
        parts.library.problems_found.connect(self._tell_problems)
        parts.library.progressed.connect(parts.refresh_bar.show_progress)
        parts.library.refreshed.connect(self._follow_files)
        parts.library.refresh_failed.connect(self._tell_refresh_failed)
        parts.folder_watch.changes_seen.connect(parts.library.follow)
        parts.journal_watch.practice_changed.connect(parts.library.note_practice)
        parts.window.first_painted.connect(self._clear_leftovers)

    def _clear_leftovers(self) -> None:
        """Remove what writes that were cut short have left, beside the rest of the start."""
        folders = self._parts.folders

        def clear() -> None:
            from desktop.services.clear_leftovers import (  # noqa: PLC0415 - on a worker thread
                clear_leftovers,
            )

            clear_leftovers(folders)

        self._parts.runner.run("leftovers", clear, _nothing_to_say)

    def _follow_files(self, report: "RefreshReport") -> None:
        """Read what is on show anew if its file changed, or under the name that came after it."""
        parts, shown = self._parts, self._parts.question.key
        parts.refresh_bar.end()
        renames = dict(report.renames)
        if renames:
            draft = parts.answer.draft
            if draft is not None and draft.question_key in renames:
                parts.answer.leave()
            for old, new in renames.items():
                parts.writer().submit(methodcaller("follow_rename", old, new))
        if shown in renames or (shown and report.concerns(shown)):
            parts.question.open(renames.get(shown, shown))

    def _tell_refresh_failed(self, error: AppError) -> None:
        self._parts.refresh_bar.end()
        self._tell(error)

    def _tell_problems(self, text: str) -> None:
        self._parts.window.banner.tell(text, hide_after_ms=TOLD_MS)


def _nothing_to_say(_result: None) -> None:
    """What was cleared away was of no use to anybody."""
