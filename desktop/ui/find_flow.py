"""Finding in the answer: the bar is made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.answer_pane import AnswerPane
from desktop.ui.appearance import Appearance

if TYPE_CHECKING:
    from desktop.ui.find_bar import FindBar


class FindFlow(QObject):
    """Opens the bar for the text on show; it goes when another text comes."""

    def __init__(self, pane: AnswerPane, appearance: Appearance) -> None:
        super().__init__(pane)
        self._pane = pane
        self._appearance = appearance
        self._bar: FindBar | None = None
        pane.shown_changed.connect(self._dismiss)
        appearance.changed.connect(self._dress)

    def find(self) -> None:
        self._open(is_replacing=False)

    def replace(self) -> None:
        """Open the bar with its second line; a text that cannot be changed is only searched."""
        editor = self._pane.editor
        can_change = self._pane.shown_text is editor and not editor.isReadOnly()
        self._open(is_replacing=can_change)

    def find_next(self) -> None:
        self._step(forwards=True)

    def find_previous(self) -> None:
        self._step(forwards=False)

    def close(self) -> bool:
        """Put the bar away; whether it was there."""
        if self._bar is None or self._bar.isHidden():
            return False
        self._bar.close_bar()
        return True

    def _open(self, *, is_replacing: bool) -> None:
        view = self._pane.shown_text
        if view is not None:
            self._get_bar().open(view, is_replacing=is_replacing)

    def _step(self, *, forwards: bool) -> None:
        view = self._pane.shown_text
        if view is not None:
            self._get_bar().step(view, forwards=forwards)

    def _get_bar(self) -> "FindBar":
        if self._bar is None:
            from desktop.ui.find_bar import FindBar  # noqa: PLC0415 - when it is asked for

            self._bar = FindBar(self._appearance.theme, self._appearance.icons)
            self._pane.put_below(self._bar)
        return self._bar

    def _dismiss(self) -> None:
        if self._bar is not None:
            self._bar.dismiss()

    def _dress(self) -> None:
        if self._bar is not None:
            self._bar.set_theme(self._appearance.theme, self._appearance.icons)
