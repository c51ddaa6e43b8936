"""Counts words behind the typing: after a pause, and in steps shorter than a frame."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 250
STEP_S = 0.004


class WordCounter(QObject):
    """Tells how many words a text has some time after each change of it."""

    counted = Signal(int)

    def __init__(self, read_text: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_text = read_text
        self._lines: Iterator[int] = iter(())
        self._words = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._steps = QTimer(self, interval=0)
        self._steps.timeout.connect(self._go_on)

    def note_change(self) -> None:
        """The text has changed; what is being counted of the old one is let go."""
        self._steps.stop()
        self._pause.start()

    def _begin(self) -> None:
        from desktop.domain.word_count import (  # noqa: PLC0415 - after the first paint
            counted_words,
        )

        self._lines = counted_words(self._read_text())
        self._words = 0
        self._steps.start()

    def _go_on(self) -> None:
        until_s = perf_counter() + STEP_S
        for words in self._lines:
            self._words += words
            if perf_counter() > until_s:
                return
        self._steps.stop()
        self.counted.emit(self._words)
