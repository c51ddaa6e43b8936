"""The quiet line below the editor: how many words, and how long it takes to say them."""

from PySide6.QtWidgets import QLabel, QWidget


class WordLine(QLabel):
    """Shows the length of the answer, or of what is selected in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordLine")
        self.setProperty("role", "small")
        self.setContentsMargins(24, 3, 24, 5)
        self.setMinimumWidth(1)
        self._words = 0
        self._selected = 0

    def show_words(self, words: int) -> None:
        self._words = words
        self._show()

    def show_selected(self, words: int) -> None:
        """Show the length of the selection; none is selected where it is 0."""
        self._selected = words
        self._show()

    def _show(self) -> None:
        from desktop.domain.word_count import (  # noqa: PLC0415 - after the first paint
            speaking_text,
        )

        noun = "word" if self._words == 1 else "words"
        if self._selected:
            amount = f"{self._selected:,} of {self._words:,} {noun}"
            self.setText(f"{amount} selected · {speaking_text(self._selected)}")
        else:
            length = f"{self._words:,} {noun} · {speaking_text(self._words)}"
            self.setText(length if self._words else "")
