"""The pane in which a question is read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.rendering.page_tree import Page
from desktop.services.question_sheet import QuestionSheet
from desktop.ui.flow_layout import FlowLayout
from desktop.ui.fold import Fold
from desktop.ui.icons import Icons
from desktop.ui.link_list import LinkList, LinkRow
from desktop.ui.note_field import NoteField
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

COLUMN_PX = 760
MARGIN_PX = 24

EMPTY_TEXT = "Choose a question on the left, or press Ctrl+R for a random one."
HELP_NOTE = "What you open before sealing is noted with your attempt."


class DetailPane(QWidget):
    """Title, chips and prompt; everything else folded until it is opened."""

    part_opened = Signal(str)
    question_chosen = Signal(str)
    attempt_chosen = Signal(str)
    all_attempts_requested = Signal()
    note_written = Signal(str)
    link_chosen = Signal(str)
    sheet_shown = Signal(object)

    def __init__(
        self,
        icons: Icons,
        page_style: PageStyle,
        formulas: FormulaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self.setMinimumWidth(320)
        self._icons = icons
        self._page_style = page_style
        self._formulas = formulas
        self._folds: dict[str, Fold] = {}
        self._key = ""
        self._sheet: QuestionSheet | None = None
        self._images: ImageReader = no_images
        self._title = self._label("questionTitle", "title")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._chips = QWidget()
        self._chips.setObjectName("chips")
        self._chip_flow = FlowLayout(self._chips, spacing_px=6)
        self._history = self._label("questionHistory", "small")
        self._history.hide()
        self._note = self._label("questionNote", "small")
        self._prompt = self._page_view("prompt")
        self._fold_note = self._label("foldNote", "small")
        self._fold_note.setText(HELP_NOTE)
        self._fold_note.setContentsMargins(0, 0, 0, 4)
        self._fold_box = QVBoxLayout()
        self._fold_box.setSpacing(0)
        self._attempts = LinkList("attempts", "Your attempts")
        self._attempts.chosen.connect(self.attempt_chosen)
        self._all_attempts = QPushButton("See all attempts…")
        self._all_attempts.setObjectName("allAttempts")
        self._all_attempts.setProperty("role", "row")
        self._all_attempts.setToolTip("Read, compare and note them (Ctrl+Shift+W)")
        self._all_attempts.clicked.connect(self.all_attempts_requested)
        self._all_attempts.hide()
        self._own_note_heading = self._label("questionNoteHeading", "heading")
        self._own_note_heading.setText("Your note")
        self._own_note = NoteField(
            "questionOwnNote", "Your note on this question", "Anything to remember"
        )
        self._own_note.written.connect(self.note_written)
        self._own_note_lock = self._label("questionNoteLock", "small")
        self._own_note_lock.hide()
        self._related = LinkList("related", "Related questions")
        self._related.chosen.connect(self.question_chosen)
        self._area = QScrollArea()
        self._arrange()

    @property
    def sheet(self) -> QuestionSheet | None:
        """The question on show."""
        return self._sheet

    @property
    def images(self) -> ImageReader:
        """Reads the pictures of the question on show."""
        return self._images

    @property
    def open_parts(self) -> tuple[str, ...]:
        """The names of the parts that stand open."""
        return tuple(name for name, fold in self._folds.items() if fold.is_open)

    def open_pages(self) -> tuple[tuple[str, Page], ...]:
        """The headings and pages of the parts that stand open."""
        open_folds = [fold for fold in self._folds.values() if fold.is_open]
        return tuple(
            (fold.header.text(), fold.content.page())
            for fold in open_folds
            if isinstance(fold.content, PageView)
        )

    def show_sheet(self, sheet: QuestionSheet, images: ImageReader = no_images) -> None:
        """Show a question with its pictures; if it is on show, what is open stays open."""
        open_parts = self.open_parts if sheet.key == self._key else ()
        if sheet.key != self._key or self._stack.currentWidget() is self._empty:
            self._stack.setCurrentWidget(self._area)
        if sheet.key != self._key:
            self._area.verticalScrollBar().setValue(0)
            self.show_attempts(())
            self.show_history("")
            self._own_note.await_note()
            self._lock_note()
            self._related.show_rows(())
        self._key = sheet.key
        self._images = images
        self._title.setText(sheet.title)
        self._note.setText(sheet.note)
        self._note.setVisible(bool(sheet.note))
        self._show_chips(sheet.chips)
        self._prompt.set_page(sheet.prompt, images)
        self._show_folds(sheet.folds, open_parts)
        self._sheet = sheet
        self.sheet_shown.emit(sheet)

    def show_part(self, name: str, page: Page) -> None:
        """Fill an opened part with its page."""
        fold = self._folds.get(name)
        if fold is None:
            return
        view = fold.content
        if not isinstance(view, PageView):
            view = self._page_view(f"part{name}")
            fold.set_content(view)
        view.set_page(page, self._images)

    def show_attempts(self, rows: Sequence[LinkRow]) -> None:
        self._attempts.show_rows(rows)
        self._all_attempts.setVisible(bool(rows))

    def show_history(self, text: str) -> None:
        """Say in a line what was done with the question."""
        self._history.setText(text)
        self._history.setVisible(bool(text))

    def show_note(self, text: str) -> None:
        """Show the note on the question."""
        self._own_note.show_note(text)
        self._lock_note()

    def lock_attempts(self, reason: str) -> None:
        """Keep earlier attempts and the note shut and say why, or with "" open them again."""
        self._attempts.set_locked(reason)
        self._all_attempts.setEnabled(not reason)
        self._own_note_lock.setText(reason)
        self._lock_note()

    def _lock_note(self) -> None:
        """An empty note, or one that is being written, gives nothing away."""
        is_telling = bool(self._own_note.toPlainText()) and not self._own_note.hasFocus()
        is_shut = bool(self._own_note_lock.text()) and is_telling
        self._own_note.setHidden(is_shut)
        self._own_note_lock.setVisible(is_shut)

    def show_related(self, rows: Sequence[LinkRow]) -> None:
        self._related.show_rows(rows)

    def fold_all(self) -> None:
        """Fold every part, so that the next attempt begins with the prompt alone."""
        for fold in self._folds.values():
            fold.set_open(is_open=False)

    def set_locked(self, *, is_locked: bool) -> None:
        """Keep folded parts shut while a seal can be undone."""
        for fold in self._folds.values():
            fold.setEnabled(fold.is_open or not is_locked)

    def focus_first(self) -> None:
        """Put the focus on the first fold, or on the page if there is none."""
        first = next(iter(self._folds.values()), None)
        (first.header if first else self._area).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_instead(self, widget: QWidget) -> None:
        """Show another widget in the question's place."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def show_question(self) -> None:
        """Show the question again where another widget stood in its place."""
        if self._stack.currentWidget() not in (self._area, self._empty):
            self._stack.setCurrentWidget(self._area)

    def set_theme(self, icons: Icons, page_style: PageStyle) -> None:
        self._icons, self._page_style = icons, page_style
        for fold in self._folds.values():
            fold.set_icons(icons)
        for view in self.findChildren(PageView):
            view.set_style(page_style)

    def _show_chips(self, chips: Sequence[str]) -> None:
        for old in self._chips.findChildren(QLabel):
            self._chip_flow.removeWidget(old)
            old.deleteLater()
        for text in chips:
            chip = QLabel(text, self._chips)
            chip.setProperty("role", "chip")
            self._chip_flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(chips))
        self._chips.updateGeometry()

    def _show_folds(self, folds: Sequence[tuple[str, str]], open_parts: Sequence[str]) -> None:
        for fold in self._folds.values():
            self._fold_box.removeWidget(fold)
            fold.deleteLater()
        self._folds = {}
        for name, title in folds:
            fold = Fold(name, title, self._icons)
            fold.toggled.connect(self._tell_opened)
            self._fold_box.addWidget(fold)
            self._folds[name] = fold
            if name in open_parts:
                fold.set_open(is_open=True)
                self.part_opened.emit(name)
        self._fold_note.setVisible(bool(folds))

    def _tell_opened(self, name: str, is_open: bool) -> None:  # noqa: FBT001 - a signal's payload
        if is_open:
            self.part_opened.emit(name)

    def _page_view(self, name: str) -> PageView:
        view = PageView(self._page_style, formulas=self._formulas, is_embedded=True)
        view.setObjectName(name)
        view.link_chosen.connect(self.link_chosen)
        return view

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _arrange(self) -> None:
        body = QWidget()
        body.setObjectName("detailBody")
        body.setMaximumWidth(COLUMN_PX)
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN_PX, 24, MARGIN_PX, 32)
        column.setSpacing(12)
        for widget in (self._title, self._chips, self._history, self._note, self._prompt):
            column.addWidget(widget)
        line = QFrame()
        line.setObjectName("detailLine")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self._fold_note)
        column.addLayout(self._fold_box)
        column.addWidget(self._attempts)
        column.addWidget(self._all_attempts, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        for widget in (self._own_note_heading, self._own_note, self._own_note_lock):
            column.addWidget(widget)
        column.addWidget(self._related)
        column.addStretch(1)
        self._area.setObjectName("detailScroll")
        self._area.setWidget(body)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = self._label("detailEmpty", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(48, 48, 48, 48)
        self._empty.setText(EMPTY_TEXT)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentIndex(1)
