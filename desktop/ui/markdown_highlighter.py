"""Colours the Markdown in an editor while it is written."""

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.domain.markdown_lines import LineKind, OpenFence
from desktop.rendering.code_spans import CodeLine
from desktop.rendering.code_tokens import LONGEST_COLOURED
from desktop.rendering.source_span import Span, SpanKind
from desktop.rendering.source_spans import LONGEST_READ, source_spans
from desktop.rendering.source_state import START, SourceState, read_line
from desktop.ui.block_painter import BlockPainter, Stretch
from desktop.ui.fence_colours import FenceColours
from desktop.ui.source_formats import SourceFormats
from desktop.ui.theme import Theme

SLICE_S = 0.005
"""Longest time in one go; what a change leaves to do after it is done in further slices."""

MOST_FENCE_LINES = 1_000


class _Range(NamedTuple):
    """What is still to be done, between cursors that move with the text."""

    first: QTextCursor
    last: QTextCursor


class Underliner(Protocol):
    """Whoever finds stretches of prose that are wrong."""

    def underlined(
        self, block: QTextBlock, text: str, spans: Sequence[Span]
    ) -> Iterable[tuple[int, int]]:
        """The wrong stretches of a block, in characters."""


class MarkdownHighlighter(QObject):
    """Gives changed lines their formats, and those after them until nothing changes any more."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document = editor.document()
        self._formats = SourceFormats(theme)
        self._painter = BlockPainter(self._document)
        self._states = [START]
        self._numbers = {START: 0}
        self._rest: _Range | None = None
        self._is_view_done = True
        self._underliner: Underliner | None = None
        self._colours = FenceColours(self)
        self._colours.found.connect(self._colour_fence)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._document.contentsChange.connect(self._note_change)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of another theme, what is in view first."""
        self._formats = SourceFormats(theme)
        self._paint_view()
        self._read(0, self._document.characterCount())

    def set_underliner(self, underliner: Underliner) -> None:
        """Underline what it finds wrong in lines that are read from now on."""
        self._underliner = underliner

    def read_again(self, position: int, end: int) -> None:
        """Show the lines between two positions anew, soon."""
        self._leave(position, end)

    @property
    def is_idle(self) -> bool:
        """Whether every line has its formats."""
        return self._rest is None

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        self._read(position, position + added)

    def _go_on(self) -> None:
        """The next slice."""
        rest, self._rest = self._rest, None
        if rest is None:
            self._timer.stop()
            return
        if not self._is_view_done:
            self._paint_view(rest.first)
        self._read(rest.first.position(), rest.last.position())

    def _read(self, position: int, end: int) -> None:
        """Read from the line at `position` to that at `end`, and on until the state is as it was.

        So it may stop before time; the rest follows when the keys are done with.
        """
        deadline_s = perf_counter() + SLICE_S
        block = self._document.findBlock(position)
        state = self._state_before(block)
        in_fence: list[QTextBlock] = []
        while block.isValid():
            text = block.text()[:LONGEST_READ]
            line = read_line(text, state)
            if line.kind is LineKind.FENCE_INSIDE:
                in_fence.append(block)
            else:
                self._colour_lines(in_fence)
                self._paint(block, text, source_spans(text, state, line))
            before, after = block.userState(), self._number(line.after)
            block.setUserState(after)
            is_last = block.position() + block.length() > end and before == after
            block, state = block.next(), line.after
            if is_last:
                break
            if block.isValid() and perf_counter() > deadline_s:
                self._leave(block.position(), max(end, block.position()))
                break
        self._colour_lines(in_fence)
        self._painter.lay_out()

    def _leave(self, position: int, end: int) -> None:
        """Leave the rest to the next slice."""
        if self._rest:
            position = min(position, self._rest.first.position())
            end = max(end, self._rest.last.position())
        else:
            self._is_view_done = False
        first, last = QTextCursor(self._document), QTextCursor(self._document)
        first.setPosition(position)
        last.setPosition(min(end, self._document.characterCount() - 1))
        self._rest = _Range(first, last)
        self._timer.start()

    def _paint_view(self, rest: QTextCursor | None = None) -> None:
        """Show what is in view before its turn comes; it is read again then."""
        self._is_view_done = True
        viewport = self._editor.viewport().rect()
        top = self._editor.cursorForPosition(QPoint(0, 0)).block()
        bottom = self._editor.cursorForPosition(viewport.bottomRight()).block()
        block = rest.block() if rest else top
        state = self._state_before(block)
        while block.isValid() and block.position() <= bottom.position():
            text = block.text()[:LONGEST_READ]
            line = read_line(text, state)
            if block.position() >= top.position() and line.kind is not LineKind.FENCE_INSIDE:
                self._paint(block, text, source_spans(text, state, line))
            block, state = block.next(), line.after
        self._painter.lay_out()

    def _colour_fence(self, opening: QTextBlock) -> None:
        """Show the colours that were found for the code of a fence."""
        self._colour_lines([opening.next()])
        self._painter.lay_out()

    def _colour_lines(self, touched: list[QTextBlock]) -> None:
        """Show the code of the fence the touched lines stand in; a change may colour all of it."""
        fence = self._state_before(touched[0]).fence if touched else None
        if fence is None:
            return
        opening = self._opening_of(fence, touched[0])
        code = list(_code_of(fence, opening))
        language = (fence.info.split(maxsplit=1) or [""])[0]
        lines = self._colours.find(opening, language, "\n".join(one.code for one in code))
        if lines is None:
            for block in touched:
                one = _read_code_line(fence, block)
                self._paint_code(one, self._colours.guess(language, one.code))
        elif lines:
            for one, line in zip(code, lines, strict=False):
                self._paint_code(one, line)
        else:
            for block in touched:
                self._paint_code(_read_code_line(fence, block), ())
        touched.clear()

    def _opening_of(self, fence: OpenFence, block: QTextBlock) -> QTextBlock:
        """The line that opens a fence, or the furthest of it that is worth going back to."""
        for _ in range(MOST_FENCE_LINES):
            block = block.previous()
            if self._state_before(block).fence != fence:
                break
        return block

    def _paint_code(self, line: "_CodeLine", spans: CodeLine) -> None:
        plain = Stretch(0, len(line.text), self._formats.kind(SpanKind.FENCED))
        start = line.start
        stretches = [
            Stretch(start + span.start, start + span.end, self._formats.code(span.kind))
            for span in spans
        ]
        self._painter.paint(line.block, line.text, [plain, *stretches])

    def _paint(self, block: QTextBlock, text: str, spans: list[Span]) -> None:
        stretches = [
            Stretch(span.start, span.end, self._formats.kind(span.kind)) for span in spans
        ]
        if self._underliner:
            looks = self._formats.misspelt
            wrong = self._underliner.underlined(block, text, spans)
            stretches += [Stretch(start, end, looks) for start, end in wrong]
        self._painter.paint(block, text, stretches)

    def _state_before(self, block: QTextBlock) -> SourceState:
        number = block.previous().userState()
        return self._states[number] if number >= 0 else START

    def _number(self, state: SourceState) -> int:
        """The number by which a block keeps a state."""
        if state not in self._numbers:
            self._numbers[state] = len(self._states)
            self._states.append(state)
        return self._numbers[state]


class _CodeLine(NamedTuple):
    """A line of fenced code; its code starts behind the marks of a quote."""

    block: QTextBlock
    text: str
    start: int

    @property
    def code(self) -> str:
        return self.text[self.start :]


def _read_code_line(fence: OpenFence, block: QTextBlock) -> _CodeLine:
    text = block.text()[:LONGEST_READ]
    return _CodeLine(block, text, fence.code_start(text) or 0)


def _code_of(fence: OpenFence, opening: QTextBlock) -> Iterator[_CodeLine]:
    """The lines of code in a fence, as many as are worth reading."""
    block = opening.next()
    length = 0
    for _ in range(MOST_FENCE_LINES):
        line = _read_code_line(fence, block)
        length += len(line.code) + 1
        is_past = fence.code_start(line.text) is None or fence.is_closed_by(line.text)
        if not block.isValid() or is_past:
            return
        yield line
        if length > LONGEST_COLOURED:
            return
        block = block.next()
