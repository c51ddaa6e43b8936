"""Underlines misspelt words in the answer, and offers what may be meant."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.controllers.spelling_controller import SpellingController, Suggestions
from desktop.domain.checkable_words import checkable_words
from desktop.domain.utf16 import utf16_offsets
from desktop.rendering.source_span import Span, SpanKind
from desktop.ui.answer_pane import AnswerPane

_NOT_CHECKED = frozenset(
    {
        SpanKind.MARK,
        SpanKind.CODE,
        SpanKind.FENCED,
        SpanKind.MATH,
        SpanKind.LINK,
        SpanKind.FOOTNOTE,
    }
)


class SpellingFlow(QObject):
    """From a word that is not in the dictionary to one that is; the word being typed is left."""

    def __init__(self, pane: AnswerPane, spelling: SpellingController) -> None:
        super().__init__(pane)
        self._editor = pane.editor
        self._highlighter = pane.highlighter
        self._spelling = spelling
        self._waiting: list[QTextBlock] = []
        self._being_typed: QTextCursor | None = None
        self._asked: tuple[QTextCursor, QPoint] | None = None
        self._editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._editor.customContextMenuRequested.connect(self._ask_for_menu)
        self._editor.cursorPositionChanged.connect(self._note_cursor)
        spelling.judged.connect(self._look_again)
        spelling.verdicts_changed.connect(self._look_everywhere)
        spelling.suggested.connect(self._offer)
        self._highlighter.set_underliner(self)

    def underlined(
        self, block: QTextBlock, text: str, spans: Sequence[Span]
    ) -> Iterator[tuple[int, int]]:
        """The stretches of a block that are misspelt, as far as that is known."""
        if not self._spelling.is_on:
            return
        covered = [(span.start, span.end) for span in spans if span.kind in _NOT_CHECKED]
        words = list(checkable_words(text, covered))
        if not self._spelling.all_judged(word.text for word in words):
            self._waiting.append(block)
        misspelt = [word for word in words if self._spelling.is_misspelt(word.text)]
        offsets = utf16_offsets(text) if misspelt else ()
        for word in misspelt:
            start = block.position() + offsets[word.start]
            end = block.position() + offsets[word.end]
            if start <= self._editor.textCursor().position() <= end:
                self._being_typed = _selected(block, start, end)
            else:
                yield word.start, word.end

    def _look_again(self) -> None:
        """Show what has become known of the blocks that wait for it."""
        places = [block.position() for block in self._waiting if block.isValid()]
        self._waiting.clear()
        if places:
            self._highlighter.read_again(min(places), max(places))

    def _look_everywhere(self) -> None:
        self._highlighter.read_again(0, self._editor.document().characterCount())

    def _note_cursor(self) -> None:
        """Underline the word that was being typed once the cursor has left it."""
        word = self._being_typed
        cursor = self._editor.textCursor().position()
        if word and not word.selectionStart() <= cursor <= word.selectionEnd():
            self._being_typed = None
            self._highlighter.read_again(word.selectionStart(), word.selectionStart())

    def _ask_for_menu(self, point: QPoint) -> None:
        word = _underlined_word(self._editor.cursorForPosition(point))
        if word is None or self._editor.isReadOnly():
            self._standard_menu(point).popup(self._editor.viewport().mapToGlobal(point))
            return
        self._asked = (word, point)
        self._spelling.suggest(_text_of(word))

    def _offer(self, suggestions: Suggestions) -> None:
        """Show the menu with what may be meant at its top."""
        if self._asked is None or _text_of(self._asked[0]) != suggestions.word:
            return
        point = self._asked[1]
        menu = self._standard_menu(point)
        first = menu.actions()[0]
        for meant in suggestions.meant:
            menu.insertAction(first, _action(menu, meant, "correct"))
        if not suggestions.meant:
            menu.insertAction(first, _action(menu, "No suggestions", ""))
        menu.insertSeparator(first)
        menu.insertAction(first, _action(menu, "Add to dictionary", "learn"))
        menu.insertAction(first, _action(menu, "Ignore in this session", "ignore"))
        menu.insertSeparator(first)
        menu.triggered.connect(self._carry_out)
        menu.popup(self._editor.viewport().mapToGlobal(point))

    def _carry_out(self, action: QAction) -> None:
        if self._asked is None:
            return
        word = self._asked[0]
        match action.data():
            case "correct":
                word.insertText(action.text())
            case "learn":
                self._spelling.learn(_text_of(word))
            case "ignore":
                self._spelling.ignore(_text_of(word))

    def _standard_menu(self, point: QPoint) -> QMenu:
        menu = self._editor.createStandardContextMenu(point)
        menu.setObjectName("editorMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _action(menu: QMenu, text: str, data: str) -> QAction:
    action = QAction(text, menu)
    action.setData(data)
    action.setEnabled(bool(data))
    return action


def _text_of(word: QTextCursor) -> str:
    """The selected word as dictionaries write it."""
    return word.selectedText().replace("’", "'")


def _underlined_word(cursor: QTextCursor) -> QTextCursor | None:
    """The misspelt word at a place, selected."""
    block, place = cursor.block(), cursor.positionInBlock()
    for one in block.layout().formats():
        is_misspelt = one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
        if is_misspelt and one.start <= place <= one.start + one.length:
            start = block.position() + one.start
            return _selected(block, start, start + one.length)
    return None


def _selected(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
