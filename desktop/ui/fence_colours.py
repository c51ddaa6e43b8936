"""The colours of fenced code, found without keeping anybody who types waiting."""

from collections import OrderedDict
from collections.abc import Iterator
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock

from desktop.rendering.code_spans import CodeLine, code_lines
from desktop.rendering.code_tokens import LONGEST_COLOURED, read_code
from desktop.rendering.page_tree import CodeToken

LONGEST_AT_ONCE = 1_500
"""Characters of code that are read at once; as many take about 5 ms."""

SLICE_S = 0.005
MOST_KEPT = 64


class _Job(NamedTuple):
    """Code that is being read, and the block its fence opens in."""

    fence: QTextBlock
    language: str
    code: str
    tokens: Iterator[CodeToken]
    found: list[CodeToken]


class FenceColours(QObject):
    """Reads short code at once and longer code in slices; what was read is kept.

    The first code of each language counts as long, since its lexer must be imported.
    """

    found = Signal(QTextBlock)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[tuple[str, str], tuple[CodeLine, ...]] = OrderedDict()
        self._languages: set[str] = set()
        self._jobs: list[_Job] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_on)

    def find(self, fence: QTextBlock, language: str, code: str) -> tuple[CodeLine, ...] | None:
        """The lines of the code of a fence; None where they come later, told by `found`."""
        key = (language, code)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if not language or len(code) > LONGEST_COLOURED:
            return ()
        self._jobs = [job for job in self._jobs if job.fence != fence]
        if language in self._languages and len(code) <= LONGEST_AT_ONCE:
            return self._keep(key, code_lines(read_code(code, language)))
        self._jobs.append(_Job(fence, language, code, read_code(code, language), []))
        self._timer.start()
        return None

    def guess(self, language: str, line: str) -> CodeLine:
        """One line read by itself, until the whole of a long fence is read again."""
        if language not in self._languages or len(line) > LONGEST_AT_ONCE:
            return ()
        return code_lines(read_code(line, language))[0]

    def _read_on(self) -> None:
        if not self._jobs:
            self._timer.stop()
            return
        job = self._jobs[0]
        key = (job.language, job.code)
        if key not in self._kept:
            deadline_s = perf_counter() + SLICE_S
            for token in job.tokens:
                job.found.append(token)
                if perf_counter() > deadline_s:
                    return
            self._keep(key, code_lines(job.found))
            self._languages.add(job.language)
        self._jobs.remove(job)
        if job.fence.isValid():
            self.found.emit(job.fence)

    def _keep(self, key: tuple[str, str], lines: tuple[CodeLine, ...]) -> tuple[CodeLine, ...]:
        self._kept[key] = lines
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return lines
