"""What changed between two attempts: points, time, length, and the words themselves."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.attempt import Attempt
from desktop.domain.word_changes import Change, ChangeKind
from desktop.domain.word_count import count_words
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView
from desktop.ui.sealed_view import attempt_title

if TYPE_CHECKING:
    from desktop.services.attempt_changes import AttemptChanges
    from desktop.services.attempt_list import AttemptEntry

ONLY_ONE = "There is one attempt so far. Write again, then the two stand here beside each other."
SHORT_TIME_S = 60.0
SMALLER = 0.875
SENTENCE_PX, LISTS_PX = (64, 440), (200, 300)
"""Heights of the points and of the text: where one sentence is said of the points, and lists."""


class AttemptChangesView(QWidget):
    """New words are underlined, words that went are struck through; F3 goes to the next change."""

    other_chosen = Signal(str)

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = page_style
        self._changes: tuple[Change, ...] = ()
        self._places: list[tuple[int, int]] = []
        self._others = QComboBox()
        self._others.setObjectName("attemptOther")
        self._others.setAccessibleName("The attempt to hold this one against")
        self._others.activated.connect(self._tell_other)
        self._numbers = _label("attemptNumbers")
        self._points = PageView(page_style.zoomed(SMALLER), formulas=formulas)
        self._points.setObjectName("attemptPoints")
        self._points.setAccessibleName("Points gained and lost")
        self._legend = QLabel()
        self._legend.setObjectName("attemptLegend")
        self._text = QTextBrowser()
        self._text.setObjectName("attemptDiff")
        self._text.setOpenLinks(False)
        self._text.setAccessibleName("What changed in the text")
        self._next = self._step_button("changeNext", "Next change", "F3", self.go_on)
        self._back = self._step_button("changePrevious", "Previous", "Shift+F3", self.go_back)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._arrange()
        self.set_style(page_style)

    def show_others(self, entry: "AttemptEntry", entries: Sequence["AttemptEntry"]) -> None:
        """Offer the other attempts; the one before is chosen, or the one after the first."""
        others = [one for one in entries if one.attempt.uuid != entry.attempt.uuid]
        earlier = [one for one in others if one.attempt.number < entry.attempt.number]
        wanted = earlier[0] if earlier else others[-1] if others else None
        self._others.clear()
        for one in others:
            self._others.addItem(attempt_title(one.attempt), one.attempt.uuid)
        self._others.setEnabled(bool(others))
        self._forget()
        if wanted is None:
            self._numbers.setText(ONLY_ONE)
            return
        self._others.setCurrentIndex(others.index(wanted))
        self._tell_other()

    @property
    def other(self) -> str:
        """The uuid of the attempt that is held against the chosen one."""
        return self._others.currentData() or ""

    def show_changes(self, changes: "AttemptChanges") -> None:
        """Show what changed from the earlier attempt to the later one."""
        self._numbers.setText(_numbers_text(changes.before.attempt, changes.after.attempt))
        self._points.set_page(changes.points)
        self._split.setSizes(list(SENTENCE_PX if len(changes.points.blocks) == 1 else LISTS_PX))
        self._changes = changes.text
        self._write()

    def set_style(self, page_style: PageStyle) -> None:
        """Take other colours and sizes."""
        self._style = page_style
        self._points.set_style(page_style.zoomed(SMALLER))
        self._text.document().setDocumentMargin(page_style.em(1))
        self._legend.setText(
            f'<u style="background:{page_style.match}">new</u>'
            f'  ·  <s style="color:{page_style.danger}">gone</s>'
        )
        self._write()

    def go_on(self) -> None:
        """Go to the next change, or from the last to the first."""
        at = self._text.textCursor().position()
        self._go_to(next((place for place in self._places if place[1] > at), None), 0)

    def go_back(self) -> None:
        """Go to the change before, or from the first to the last."""
        at = self._text.textCursor().selectionStart()
        self._go_to(next((place for place in reversed(self._places) if place[0] < at), None), -1)

    def _go_to(self, place: tuple[int, int] | None, otherwise: int) -> None:
        """Select a change, so that one sees where one is."""
        if self._places:
            start, end = place or self._places[otherwise]
            cursor = self._text.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._text.setTextCursor(cursor)
            self._text.ensureCursorVisible()
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        formats = _formats(self._style)
        self._text.clear()
        self._places = []
        cursor = self._text.textCursor()
        cursor.beginEditBlock()
        block = QTextBlockFormat()
        block.setLineHeight(145, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        is_in_change = False
        for change in self._changes:
            words = change.text.lstrip()
            blanks = change.text[: len(change.text) - len(words)]
            cursor.insertText(blanks, formats[ChangeKind.KEPT])
            start = cursor.position()
            cursor.insertText(words, formats[change.kind])
            if is_in_change and change.kind is not ChangeKind.KEPT:
                start = self._places.pop()[0]
            is_in_change = change.kind is not ChangeKind.KEPT
            if is_in_change:
                self._places.append((start, cursor.position()))
        cursor.endEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._text.setTextCursor(cursor)
        for button in (self._next, self._back):
            button.setEnabled(bool(self._places))

    def _forget(self) -> None:
        self._changes = ()
        self._write()

    def _tell_other(self) -> None:
        self.other_chosen.emit(self.other)

    def _step_button(
        self, name: str, title: str, key: str, step: Callable[[], None]
    ) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(name)
        button.setProperty("role", "plain")
        button.setAutoDefault(False)
        QShortcut(QKeySequence(key), self, step)  # a button's own key is slow to be pressed again
        button.setToolTip(f"{title} ({key})")
        button.clicked.connect(step)
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(QLabel("Against"))
        head.addWidget(self._others)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._legend, 1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        words = QWidget()
        below = QVBoxLayout(words)
        below.setContentsMargins(0, 8, 0, 0)
        below.setSpacing(8)
        below.addLayout(foot)
        below.addWidget(self._text, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._points)
        self._split.addWidget(words)
        self._split.setSizes(list(SENTENCE_PX))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._numbers)
        layout.addWidget(self._split, 1)


def _formats(style: PageStyle) -> dict[ChangeKind, QTextCharFormat]:
    kept, gone, new = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    for one in (kept, gone, new):
        one.setFontFamilies(list(style.text_families))
        one.setProperty(QTextFormat.Property.FontPixelSize, round(style.text_size_px))
        one.setForeground(QColor(style.text))
    gone.setForeground(QColor(style.danger))
    gone.setFontStrikeOut(True)
    new.setFontUnderline(True)
    new.setBackground(QColor(style.match))
    return {ChangeKind.KEPT: kept, ChangeKind.GONE: gone, ChangeKind.NEW: new}


def _numbers_text(before: Attempt, after: Attempt) -> str:
    words_before, words_after = count_words(before.text), count_words(after.text)
    names = f"From attempt {before.number} to attempt {after.number}"
    words = f"{words_before:,} to {words_after:,} words"
    return f"{names}:  {_time(before.active_s)} to {_time(after.active_s)}  ·  {words}"


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < SHORT_TIME_S else f"{seconds / 60:.0f} min"


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
