"""Connects what follows a crash, the earlier copies of an answer, and taking one back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from desktop.app.parts import Parts
from desktop.domain.draft import Draft

if TYPE_CHECKING:
    from desktop.services.earlier_copies import EarlierCopy
    from desktop.ui.earlier_copies_dialog import EarlierCopiesDialog

LAST_WORDS = 8


class RecoveryWiring(QObject):
    """Says after a crash what was saved, and brings back what the answer was before."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._dialog: EarlierCopiesDialog | None = None

    def tell_of_crash(self) -> None:
        """Show the text that was saved before Greenroom ended by itself, and ask how to go on."""
        draft = self._parts.answer.draft
        if draft is None or not draft.text.strip():
            return
        banner = self._parts.window.answer.banner
        banner.tell(
            crash_words(draft), (("Go on", self._go_on), ("See earlier copies", self.open))
        )

    def open(self) -> None:
        """Show the copies kept of the answer that is being written."""
        draft = self._parts.answer.draft
        if draft is None or self._dialog is not None:
            return
        from desktop.services.earlier_copies import earlier_copies  # noqa: PLC0415 - seldom
        from desktop.ui.earlier_copies_dialog import (  # noqa: PLC0415 - as above
            EarlierCopiesDialog,
        )

        self._dialog = EarlierCopiesDialog(self._parts.window)
        self._dialog.copy_chosen.connect(self._take_back)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()
        read = partial(earlier_copies, self._parts.folders.journal, draft.question_key)
        self._parts.runner.run("earlier copies", read, self._show)

    def _go_on(self) -> None:
        self._parts.window.answer.focus_editor()

    def _show(self, copies: "Sequence[EarlierCopy]") -> None:
        if self._dialog is not None:
            self._dialog.show_copies(copies)

    def _take_back(self, text: str) -> None:
        """Put a copy in the place of the text, which is kept first and can be undone to."""
        self._parts.answer.keep_copy()
        editor = self._parts.window.answer.editor
        cursor = QTextCursor(editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._parts.window.answer.focus_editor()

    def _forget(self) -> None:
        self._dialog = None


def crash_words(draft: Draft) -> str:
    """What is said of a draft after a crash: until when it was saved, and how it ends."""
    from desktop.domain.word_count import count_words  # noqa: PLC0415 - seldom

    words = count_words(draft.text)
    noun = "word" if words == 1 else "words"
    ending = " ".join(draft.text.split()[-LAST_WORDS:])
    return (
        "Greenroom did not close properly. Your text is here up to "
        f"{draft.saved_at.astimezone():%H:%M:%S}, {words:,} {noun}: “… {ending}”"
    )
