"""Keeps a text with an endless word from holding up its editor."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextOption
from PySide6.QtWidgets import QTextEdit

LONGEST_WORD = 2_000
"""Characters; Qt measures a word anew for each line it is broken over, so 100,000 take 0.7 s."""

_BY_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_ANYWHERE = QTextOption.WrapMode.WrapAnywhere


class LongWords(QObject):
    """Breaks the lines of an editor anywhere for as long as a word in it is endless."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.document().contentsChange.connect(self._check)

    def _check(self, position: int, _removed: int, added: int) -> None:
        document = self._editor.document()
        is_long = _has_long_word(document.findBlock(position), position + added)
        if not is_long and self._editor.wordWrapMode() == _ANYWHERE:
            is_long = _has_long_word(document.firstBlock(), document.characterCount())
        wanted = _ANYWHERE if is_long else _BY_WORDS
        if wanted != self._editor.wordWrapMode():
            self._editor.setWordWrapMode(wanted)


def _has_long_word(block: QTextBlock, end: int) -> bool:
    while block.isValid() and block.position() <= end:
        if block.length() > LONGEST_WORD and _longest_word(block.text()) > LONGEST_WORD:
            return True
        block = block.next()
    return False


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
