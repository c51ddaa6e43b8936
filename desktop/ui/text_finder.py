"""Finds in the text of a view without holding up its typing."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.ui.find_pattern import TOO_SLOW, FindPattern, Match, PatternTooSlow

PAUSE_MS = 150
STEP_S = 0.004
MOST_MARKS = 2_000


class TextFinder(QObject):
    """Keeps the places of a pattern in a view known, marked where they can be seen.

    The current place is the one that is selected. A wish that comes while the text is being
    searched is met when that is done.
    """

    searched = Signal()
    """The places are known anew, or another one is current."""

    def __init__(self, view: QTextEdit, colour: str) -> None:
        super().__init__(view)
        self._view = view
        self._colour = QColor(colour)
        self._pattern: FindPattern | None = None
        self._matches: list[Match] = []
        self._coming: list[Match] = []
        self._search: Iterator[Match] = iter(())
        self._wish: Callable[[], None] | None = None
        self._fault = ""
        self._replaced = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._steps = QTimer(self, interval=0)
        self._steps.timeout.connect(self._go_on)
        view.document().contentsChange.connect(self._note_change)
        view.verticalScrollBar().valueChanged.connect(self._mark)
        view.verticalScrollBar().rangeChanged.connect(self._mark)
        view.cursorPositionChanged.connect(self._note_cursor)

    @property
    def count(self) -> int:
        return len(self._matches)

    @property
    def current(self) -> int:
        """The number of the current place, from 1; 0 if none is."""
        cursor = self._view.textCursor()
        selected = Match(cursor.selectionStart(), cursor.selectionEnd())
        index = bisect_left(self._matches, selected)
        is_place = index < len(self._matches) and self._matches[index] == selected
        return index + 1 if is_place else 0

    @property
    def fault(self) -> str:
        """Why nothing can be found, in a few words."""
        return self._fault

    @property
    def replaced(self) -> int:
        """How many places were replaced at once just now."""
        return self._replaced

    def set_colour(self, colour: str) -> None:
        self._colour = QColor(colour)
        self._mark()

    def search(self, pattern: FindPattern | None, then: Callable[[], None] | None = None) -> None:
        """Search for a pattern, or end searching; `then` is called when all places are known."""
        self._pattern = pattern
        self._wish = then
        self._replaced = 0
        self._begin()

    def step(self, *, forwards: bool) -> None:
        """Make the next place current, or the one before; past the end it begins anew."""
        self._meet(self._go_forwards if forwards else self._go_backwards)

    def select_from(self, position: int) -> None:
        """Make the first place from a position on current; past the end it begins anew."""
        if self._matches:
            index = bisect_left(self._matches, Match(position, position))
            self._select(self._matches[index % len(self._matches)])

    def replace(self, replacement: str) -> None:
        """Replace the current place, if there is one, and go to the next."""
        if self._pattern is None or self._is_searching or not self.current:
            self.step(forwards=True)
            return
        cursor = self._view.textCursor()
        block = self._view.document().findBlock(cursor.selectionStart())
        selected = cursor.selectionStart() - block.position()
        for match, new in self._pattern.substitutions(block.text(), replacement):
            if match.start == selected:
                cursor.insertText(new)
                break
        self._view.setTextCursor(cursor)
        self.search(self._pattern, self._go_forwards)

    def replace_all(self, replacement: str) -> None:
        """Replace every place, as one step to undo."""

        def replace_known() -> None:
            self._replace_known(replacement)

        self._meet(replace_known)

    @property
    def _is_searching(self) -> bool:
        return self._steps.isActive() or self._pause.isActive()

    def _meet(self, wish: Callable[[], None]) -> None:
        if not self._is_searching:
            wish()
            return
        self._wish = wish
        if self._pause.isActive():
            self._begin()

    def _go_forwards(self) -> None:
        self.select_from(self._view.textCursor().selectionEnd())

    def _go_backwards(self) -> None:
        if self._matches:
            start = self._view.textCursor().selectionStart()
            self._select(self._matches[bisect_left(self._matches, Match(start, start)) - 1])

    def _select(self, match: Match) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        self._view.ensureCursorVisible()

    def _replace_known(self, replacement: str) -> None:
        if self._pattern is None or not self._matches:
            return
        document = self._view.document()
        cursor = QTextCursor(document)
        positions = {document.findBlock(match.start).position() for match in self._matches}
        replaced = 0
        cursor.beginEditBlock()
        for position in sorted(positions, reverse=True):
            line = document.findBlock(position).text()
            found = list(self._pattern.substitutions(line, replacement))
            replaced += len(found)
            for match, new in reversed(found):
                cursor.setPosition(position + match.start)
                cursor.setPosition(position + match.end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(new)
        cursor.endEditBlock()
        self._replaced = replaced
        self._begin()

    def _note_change(self, _position: int, removed: int, added: int) -> None:
        if self._pattern is not None and (removed or added):
            self._replaced = 0
            self._steps.stop()
            self._pause.start()

    def _note_cursor(self) -> None:
        if self._pattern is not None and not self._is_searching:
            self.searched.emit()

    def _begin(self) -> None:
        self._pause.stop()
        self._fault = self._pattern.fault if self._pattern else ""
        self._coming = []
        if self._pattern is None or self._pattern.is_empty or self._fault:
            self._end()
            return
        self._search = self._places(self._pattern)
        self._steps.start()
        self._go_on()

    def _go_on(self) -> None:
        until_s = perf_counter() + STEP_S
        try:
            for match in self._search:
                if match.end:
                    self._coming.append(match)
                if perf_counter() > until_s:
                    return
        except PatternTooSlow:
            self._coming = []
            self._fault = TOO_SLOW
        self._end()

    def _places(self, pattern: FindPattern) -> Iterator[Match]:
        """The places in the document; an empty one at 0 for each line without any."""
        block = self._view.document().begin()
        while block.isValid():
            yield Match(0, 0)
            for start, end in pattern.matches_in(block.text()):
                yield Match(block.position() + start, block.position() + end)
            block = block.next()

    def _end(self) -> None:
        self._steps.stop()
        self._matches = self._coming
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()
        if not self._is_searching:
            self._mark()
            self.searched.emit()

    def _mark(self) -> None:
        """Mark the places that can be seen."""
        if self._is_searching:
            return
        room = self._view.viewport().rect()
        first = self._view.cursorForPosition(QPoint(0, 0)).position()
        last = self._view.cursorForPosition(QPoint(room.width(), room.height())).position()
        low = max(0, bisect_left(self._matches, Match(first, first)) - 1)
        high = bisect_right(self._matches, Match(last, last))
        self._view.setExtraSelections(
            [self._marked(match) for match in self._matches[low : min(high, low + MOST_MARKS)]]
        )

    def _marked(self, match: Match) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(self._colour)
        return mark
