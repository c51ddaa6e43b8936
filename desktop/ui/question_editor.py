"""A question's file in an editor: a form and the Markdown side by side."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.controllers.question_edit_controller import FieldChange
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader
from desktop.ui.page.live_page import LivePage
from desktop.ui.page.page_style import PageStyle
from desktop.ui.question_form import QuestionForm
from desktop.ui.question_source import QuestionSource
from desktop.ui.theme import MONO_FAMILIES, UI_FONT_PX, Theme

if TYPE_CHECKING:
    from desktop.rendering.live_renderer import RenderedText
    from desktop.services.edit_question import EditedQuestion, ReadText

SIZE_PX = (1220, 690)
SIDES_PX = (500, 720)


class QuestionEditor(QDialog):
    """Shows what is edited; what is typed in the form is told, and comes back as text."""

    text_edited = Signal()
    fields_edited = Signal(object)
    page_wanted = Signal()
    save_requested = Signal()
    revert_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        edited: "EditedQuestion",
        theme: Theme,
        page_style: PageStyle,
        formulas: FormulaShelf,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("questionEditor")
        self.setWindowTitle("Edit question" if edited.key else "New question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE_PX)
        self._edited = edited
        self._is_setting = False
        self._page_text = ""
        self._text_of_form = ""
        self._form = QuestionForm()
        self._shown = self._form.question()
        self._source = QuestionSource(theme, page_style)
        self._preview = LivePage(page_style, formulas)
        self._preview.setObjectName("questionPreview")
        self._preview.setAccessibleName("The question as it is shown")
        self._tabs = QTabWidget()
        self._tabs.setObjectName("questionTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._told = _label("questionTold")
        self._undo_kept = _button("questionFromFile", "Start from the file")
        self._undo_kept.clicked.connect(self._start_from_file)
        self._undo_kept.hide()
        self._revert = _button("questionRevert", "Revert…")
        self._revert.setToolTip("Put your mended copy away; the original counts again")
        self._revert.setVisible(edited.original is not None)
        self._revert.clicked.connect(self.revert_requested)
        self._cancel = _button("questionCancel", "Cancel")
        self._cancel.clicked.connect(self.reject)
        self._save = _button("questionSave", "Save question")
        self._save.setProperty("role", "primary")
        self._save.setShortcut(QKeySequence("Ctrl+Return"))
        self._save.setToolTip("Save question (Ctrl+Return)")
        self._save.clicked.connect(self.save_requested)
        QShortcut(QKeySequence("F6"), self, self._change_sides)
        self._arrange()
        self._begin()

    def text(self) -> str:
        """The text as it is now."""
        return self._source.text()

    def page_text(self) -> str:
        """What the preview shows, as Markdown."""
        return self._page_text

    def show_read(self, read: "ReadText") -> None:
        """Let form, problems and preview follow the text, if it is still that one."""
        if read.text != self.text():
            return
        self._source.show_problems(read.problems)
        self._page_text = read.page
        self._ask_for_page()
        if read.text != self._text_of_form:
            self._is_setting = True
            self._form.show_question(read.question)
            self._is_setting = False
            self._shown = self._form.question()

    def show_rewritten(self, text: str, change: FieldChange) -> None:
        """Put into the text what was typed in the form."""
        self._text_of_form = text
        self._shown = change.after
        self._source.rewrite(text)

    def show_page(self, rendered: "RenderedText") -> None:
        self._preview.show_text(rendered)

    def set_images(self, images: ImageReader) -> None:
        """Says how the pictures of the question are read."""
        self._preview.set_images(images)

    def tell(self, text: str) -> None:
        """Say what came of something that was asked for."""
        self._told.setText(text)

    def set_look(self, theme: Theme, page_style: PageStyle) -> None:
        self._source.set_look(theme, page_style)
        self._preview.set_style(page_style)

    def reject(self) -> None:
        """Ask before closing, by whatever way."""
        self.close_requested.emit()

    def finish(self) -> None:
        """Close without asking."""
        super().reject()

    def _begin(self) -> None:
        (self._source if self._edited.key else self._form.first_field).setFocus()
        kept = self._edited.kept
        if kept is None or kept.text == self._edited.text:
            self._source.begin(self._edited.text)
            self.tell(self._edited.note)
            return
        self._source.begin(kept.text)
        moment = f"{kept.typed_at.astimezone():%d %B, %H:%M}".lstrip("0")
        elsewhere = "" if kept.digest == self._edited.digest else " The file has changed since."
        self.tell(f"This is what you had typed on {moment} and not saved.{elsewhere}")
        self._undo_kept.show()

    def _start_from_file(self) -> None:
        self._undo_kept.hide()
        self.tell("This is the file again. Ctrl+Z brings back what you had typed.")
        self._source.rewrite(self._edited.text)
        self._source.take_focus()

    def _tell_fields(self) -> None:
        after = self._form.question()
        if not self._is_setting and after != self._shown:
            self.fields_edited.emit(FieldChange(self._shown, after))

    def _ask_for_page(self) -> None:
        if self._tabs.currentWidget() is self._preview:
            self.page_wanted.emit()

    def _change_sides(self) -> None:
        if self._source.isAncestorOf(self.focusWidget() or self):
            self._tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._source.take_focus()

    def _arrange(self) -> None:
        area = QScrollArea()
        area.setObjectName("questionFields")
        area.setWidget(self._form)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFocusProxy(self._form.first_field)
        self._tabs.addTab(area, "Form")
        self._tabs.addTab(self._preview, "Preview")
        if self._edited.original is not None:
            original = QPlainTextEdit(self._edited.original)
            original.setObjectName("questionOriginal")
            original.setAccessibleName("The original, as it came")
            original.setReadOnly(True)
            font = QFont(list(MONO_FAMILIES))
            font.setPixelSize(UI_FONT_PX)
            original.setFont(font)
            self._tabs.addTab(original, "Original")
        self._tabs.currentChanged.connect(self._ask_for_page)
        self._form.edited.connect(self._tell_fields)
        self._source.edited.connect(self.text_edited)
        side = QWidget()
        around = QVBoxLayout(side)
        around.setContentsMargins(16, 8, 4, 0)
        around.addWidget(self._tabs)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(side)
        split.addWidget(self._source)
        split.setSizes(list(SIDES_PX))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._told, 1)
        for button in (self._undo_kept, self._revert, self._cancel, self._save):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addLayout(foot)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(name: str, title: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", "plain")
    button.setAutoDefault(False)
    return button
