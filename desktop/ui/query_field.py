"""The field a query is typed in: mistakes are underlined, completions are offered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from desktop.domain.query import QueryMistake
    from desktop.services.query_offer import OfferedText, QueryOffer
    from desktop.ui.completion_list import CompletionList

PATIENCE_MS = 600
"""What is still being typed is called a mistake after so long a pause."""

MOST_UNDERLINED = 40
MOST_CHARACTERS = 2_000
"""Many times the longest query; a whole page pasted by mistake would slow the typing."""


class QueryField(QLineEdit):
    """A line of text that never stops the typing.

    `query_edited` tells what the person typed, `completion_requested` a text and its cursor,
    `hint_changed` what is to be said of the mistakes, and `list_requested` that the person goes on
    to the list.
    """

    query_edited = Signal(str)
    completion_requested = Signal(str, int)
    hint_changed = Signal(str)
    list_requested = Signal()

    def __init__(self, mistake_colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = mistake_colour
        self._mistakes: tuple[QueryMistake, ...] = ()
        self._shown: tuple[QueryMistake, ...] = ()
        self._is_composing = False
        self._offer: QueryOffer | None = None
        self._completions: CompletionList | None = None
        self._pause = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._pause.timeout.connect(self._show_all)
        self.setMaxLength(MOST_CHARACTERS)
        self.setAccessibleName("Search questions")
        self.setPlaceholderText("Search questions")
        self.textEdited.connect(self._tell_edited)
        self.cursorPositionChanged.connect(self._forget_offer)

    def set_mistake_colour(self, colour: str) -> None:
        self._colour = colour
        self._underline()

    def show_text(self, text: str) -> None:
        """Show a query that was not typed here."""
        if self.text() != text:
            self.setText(text)
            self._hide_completions()

    def show_mistakes(self, query: str, mistakes: "Sequence[QueryMistake]") -> None:
        """Underline what is wrong in a query, unless the text has gone on since."""
        if query != self.text():
            return
        self._mistakes = tuple(mistakes)
        if self.hasFocus() and self._pause.isActive():
            cursor = self.cursorPosition()
            self._show([one for one in mistakes if not one.start <= cursor <= one.end])
        else:
            self._show(mistakes)

    def show_offer(self, offer: "QueryOffer") -> None:
        """Offer how the query could go on, unless the text has gone on since."""
        self._offer = offer
        is_wanted = self.hasFocus() and not self._is_composing and bool(offer.texts)
        if not is_wanted or not self._is_offer_fresh():
            self._hide_completions()
            return
        if self._completions is None:
            from desktop.ui.completion_list import CompletionList  # noqa: PLC0415 - when first used

            self._completions = CompletionList(self)
            self._completions.chosen.connect(self._take)
        self._completions.offer(offer.texts, is_first_chosen=offer.is_value)

    def event(self, event: QEvent) -> bool:
        """Take Tab before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_tab = event.key() == Qt.Key.Key_Tab and not event.modifiers()
            if is_tab and self._completions is not None and self._completions.take_first():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._completions is not None and self._completions.take_key(event.key()):
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell_edited("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hide_completions()
        self._show_all()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _tell_edited(self, text: str) -> None:
        self._pause.start()
        if not text:
            self._mistakes = ()
            self._show(())
        self.query_edited.emit(text)
        self.completion_requested.emit(text, self.cursorPosition())

    def _forget_offer(self) -> None:
        """Hide what was offered elsewhere; while typing goes on, it stands till the next comes."""
        if self._offer and self._offer.query == self.text() and not self._is_offer_fresh():
            self._hide_completions()

    def _is_offer_fresh(self) -> bool:
        at = (self.text(), self.cursorPosition())
        return self._offer is not None and at == (self._offer.query, self._offer.cursor)

    def _hide_completions(self) -> None:
        if self._completions is not None:
            self._completions.hide()

    def _take(self, offered: "OfferedText") -> None:
        """Put a completion in; after a value a space, since the next term may follow."""
        self._hide_completions()
        if not self._is_offer_fresh():
            return
        before, after = self.text()[: offered.start], self.text()[self.cursorPosition() :]
        is_field = offered.text.endswith(":")
        space = "" if is_field or after.startswith(" ") else " "
        self.setText(f"{before}{offered.text}{space}{after}")
        self.setCursorPosition(len(before) + len(offered.text) + len(space))
        self._tell_edited(self.text())

    def _show_all(self) -> None:
        self._pause.stop()
        self._show(self._mistakes)

    def _show(self, mistakes: "Sequence[QueryMistake]") -> None:
        if tuple(mistakes) != self._shown:
            self._shown = tuple(mistakes)
            self.hint_changed.emit(self._shown[0].hint if self._shown else "")
        self._underline()

    def _underline(self) -> None:
        """Give stretches of the text a format, by the only way that a line of text has for it."""
        if self._is_composing:
            return
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(QColor(self._colour))
        cursor = self.cursorPosition()
        attributes = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                one.start - cursor,
                min(one.end, len(self.text())) - one.start,
                wave,
            )
            for one in self._shown[:MOST_UNDERLINED]
        ]
        super().inputMethodEvent(QInputMethodEvent("", attributes))
