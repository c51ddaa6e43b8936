"""Every attempt of a question in one list, and one of them to read."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.answer_timeline import AnswerTimeline
from desktop.rendering.page_tree import Page
from desktop.ui.attempt_card import AttemptCard
from desktop.ui.attempt_changes_view import AttemptChangesView
from desktop.ui.attempt_timeline_view import AttemptTimelineView
from desktop.ui.note_field import NoteField
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView
from desktop.ui.star_button import StarButton

if TYPE_CHECKING:
    from desktop.services.attempt_changes import AttemptChanges
    from desktop.services.attempt_list import AttemptEntry, AttemptList

LIST_PX = 340
KEYS = "Up and Down choose an attempt, Alt+1 to Alt+3 what is shown of it. Enter compares it with \
the rubric, Esc closes."


class View(Enum):
    """What is shown of the chosen attempt."""

    ANSWER = 0
    CHANGES = 1
    TIMELINE = 2


class AttemptsDialog(QDialog):
    """The list on the left; the chosen attempt with its star and note on the right."""

    attempt_chosen = Signal(object)
    star_requested = Signal(str)
    note_written = Signal(str, str)
    rubric_requested = Signal(str)
    changes_requested = Signal(object, object)
    timeline_requested = Signal(object)

    def __init__(
        self,
        title: str,
        images: ImageReader,
        page_style: PageStyle,
        formulas: FormulaShelf,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attemptsDialog")
        self.setWindowTitle(f"Attempts: {title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1120, 680)
        self._images = images
        self._entries: dict[str, AttemptEntry] = {}
        self._chosen = ""
        self._typed: dict[str, str] = {}
        self._list = QListWidget()
        self._list.setObjectName("attemptList")
        self._list.setAccessibleName("All attempts, newest first")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._list.currentItemChanged.connect(self._choose)
        self._list.itemDoubleClicked.connect(self._ask_rubric)
        self._title = QLabel()
        self._title.setObjectName("attemptTitle")
        self._title.setProperty("role", "title")
        self._star = StarButton("attemptStar")
        self._star.clicked.connect(self._ask_star)
        self._rubric = QPushButton("Compare with the &rubric")
        self._rubric.setObjectName("attemptRubric")
        self._rubric.setProperty("role", "plain")
        self._rubric.setAutoDefault(False)
        self._rubric.clicked.connect(self._ask_rubric)
        self._page = PageView(page_style, formulas=formulas)
        self._page.setObjectName("attemptText")
        self._page.setAccessibleName("Text of the attempt")
        self._note = NoteField(
            "attemptListNote", "Note on this attempt", "What to do better next time"
        )
        self._note.written.connect(self._tell_note)
        self._changes = AttemptChangesView(page_style, formulas)
        self._changes.other_chosen.connect(self._ask_changes)
        self._timeline = AttemptTimelineView(page_style, formulas)
        self._views = QStackedWidget()
        self._tabs = {
            View.ANSWER: self._tab("attemptAnswerTab", "Answer", 1),
            View.CHANGES: self._tab("attemptChangesTab", "Changes", 2),
            View.TIMELINE: self._tab("attemptTimelineTab", "Timeline", 3),
        }
        self._arrange()

    def show_list(self, listed: "AttemptList") -> None:
        """Show the attempts as they stand now; the chosen one stays chosen."""
        is_first = not self._entries
        self._entries = {entry.attempt.uuid: entry for entry in listed.entries}
        chosen = self._chosen if self._chosen in self._entries else next(iter(self._entries), "")
        self._list.blockSignals(True)
        self._list.clear()
        for entry in listed.entries:
            self._add(entry, is_chosen=entry.attempt.uuid == chosen)
        self._list.blockSignals(False)
        if is_first or chosen != self._chosen:
            self._choose(self._list.currentItem())
        self._show_star()

    def show_page(self, uuid: str, page: Page) -> None:
        """Show the text of the chosen attempt."""
        if uuid == self._chosen:
            self._page.set_page(page, self._images)

    def show_changes(self, changes: "AttemptChanges") -> None:
        """Show what changed between two attempts."""
        self._changes.show_changes(changes)

    def show_timeline(self, uuid: str, timeline: AnswerTimeline) -> None:
        """Show how the chosen attempt grew."""
        if uuid == self._chosen:
            self._timeline.show_timeline(timeline)

    def show_points(self, uuid: str, page: Page) -> None:
        """Show when each point first stood in the chosen attempt."""
        if uuid == self._chosen:
            self._timeline.show_points(page)

    def set_style(self, page_style: PageStyle) -> None:
        self._page.set_style(page_style)
        self._changes.set_style(page_style)
        self._timeline.set_style(page_style)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the list compare with the rubric."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        )
        if watched is self._list and is_enter and event.type() == QEvent.Type.KeyPress:
            self._ask_rubric()
            return True
        return super().eventFilter(watched, event)

    def _add(self, entry: "AttemptEntry", *, is_chosen: bool) -> None:
        card = AttemptCard(entry)
        item = QListWidgetItem(self._list)
        item.setData(Qt.ItemDataRole.UserRole, entry.attempt.uuid)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, card.spoken)
        item.setSizeHint(card.size_within(LIST_PX - 24))
        self._list.setItemWidget(item, card)
        if is_chosen:
            self._list.setCurrentItem(item)

    def _choose(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is None:
            return
        self._chosen = item.data(Qt.ItemDataRole.UserRole)
        entry = self._entries[self._chosen]
        self._title.setText(f"Attempt {entry.attempt.number}")
        self._note.await_note()
        self._note.show_note(self._typed.get(self._chosen, entry.notes.note))
        self._show_star()
        self._fill()

    def _turn(self) -> None:
        self._fill()
        if self._view is View.ANSWER:
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._view is View.TIMELINE:
            self._timeline.take_focus()

    @property
    def _view(self) -> View:
        return next(view for view, tab in self._tabs.items() if tab.isChecked())

    def _fill(self) -> None:
        """Ask for what the view on show needs of the chosen attempt."""
        entry = self._entries.get(self._chosen)
        self._views.setCurrentIndex(self._view.value)
        if entry is None:
            return
        if self._view is View.ANSWER:
            self.attempt_chosen.emit(entry.attempt)
        elif self._view is View.CHANGES:
            self._changes.show_others(entry, tuple(self._entries.values()))
        else:
            self.timeline_requested.emit(entry)

    def _ask_changes(self, other: str) -> None:
        self.changes_requested.emit(self._entries[self._chosen], self._entries[other])

    def _show_star(self) -> None:
        entry = self._entries.get(self._chosen)
        self._star.show_star(is_starred=entry is not None and entry.notes.is_starred)

    def _ask_star(self) -> None:
        self.star_requested.emit(self._chosen)

    def _ask_rubric(self) -> None:
        self.accept()  # first, since what was open before is read again at the end
        self.rubric_requested.emit(self._chosen)

    def _tell_note(self, text: str) -> None:
        self._typed[self._chosen] = text
        self.note_written.emit(self._chosen, text)

    def _tab(self, name: str, title: str, number: int) -> QPushButton:
        tab = QPushButton(title)
        tab.setObjectName(name)
        tab.setProperty("role", "verdict")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # its key leaves the list in focus
        tab.setAutoDefault(False)
        tab.setShortcut(f"Alt+{number}")
        tab.setToolTip(f"{title} (Alt+{number})")
        tab.setChecked(number == 1)
        tab.clicked.connect(self._turn)
        return tab

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 16, 8, 12)
        column.setSpacing(8)
        column.addWidget(self._list, 1)
        keys = QLabel(KEYS)
        keys.setProperty("role", "small")
        keys.setWordWrap(True)
        column.addWidget(keys)
        left.setFixedWidth(LIST_PX)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._reading())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _reading(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._star)
        head.addStretch(1)
        head.addWidget(self._rubric)
        note = QLabel("Note")
        note.setProperty("role", "heading")
        right = QWidget()
        right.setObjectName("attemptReading")
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        tabs = QHBoxLayout()
        tabs.setSpacing(6)
        for tab in self._tabs.values():
            tabs.addWidget(tab)
        tabs.addStretch(1)
        column.addLayout(tabs)
        answer = QWidget()
        reading = QVBoxLayout(answer)
        reading.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._page, 1), (note, 0), (self._note, 0)):
            reading.addWidget(widget, stretch)
        for view in (answer, self._changes, self._timeline):
            self._views.addWidget(view)
        column.addWidget(self._views, 1)
        return right
