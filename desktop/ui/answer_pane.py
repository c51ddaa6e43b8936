"""The pane in which an answer is written, sealed, and read again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from desktop.controllers.answer_controller import EditorText
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.rendering.page_tree import Page
from desktop.ui.answer_view import AnswerView
from desktop.ui.banner import Banner
from desktop.ui.clock_bar import ClockBar
from desktop.ui.format_bar import FormatBar
from desktop.ui.icons import Icons
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.page_style import PageStyle
from desktop.ui.theme import Theme
from desktop.ui.word_line import WordLine

if TYPE_CHECKING:
    from desktop.rendering.live_renderer import RenderedText
    from desktop.ui.markdown_highlighter import MarkdownHighlighter
    from desktop.ui.page.live_page import LivePage
    from desktop.ui.scroll_together import ScrollTogether
    from desktop.ui.sealed_view import SealedView

SIDE_BY_SIDE_PX = 880
"""From this width on, editor and preview stand beside each other instead of above."""


class AnswerPane(QWidget):
    """Clock, editor and preview while writing; the sealed answer afterwards."""

    edited = Signal()
    shown_changed = Signal()
    """Another text is on show, or another view of it."""
    rewrite_requested = Signal()
    copy_requested = Signal()
    compare_requested = Signal()
    export_requested = Signal()
    link_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        page_style: PageStyle,
        formulas: FormulaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("answerPane")
        self.setMinimumWidth(320)
        self.clock_bar = ClockBar(icons)
        self.format_bar = FormatBar(icons)
        self.banner = Banner()
        self._images: ImageReader = no_images
        self._editor = MarkdownEditor(theme, round(page_style.text_size_px))
        self._theme = theme
        self._highlighter: MarkdownHighlighter | None = None
        self._editor.edited.connect(self.edited)
        self._preview: LivePage | None = None
        self._scrolling: ScrollTogether | None = None
        self._scrolls_together = True
        self._page_style = page_style
        self._formulas = formulas
        self._view = AnswerView.SPLIT
        self.word_line = WordLine()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setObjectName("writingSplit")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._editor)
        self._sealed: SealedView | None = None
        self._icons = icons
        self._stack = QStackedWidget()
        self._stack.addWidget(self._writing_page())
        self._stack.currentChanged.connect(self._tell_shown)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._stack, 1)
        self._layout.addWidget(self.banner)

    @property
    def editor(self) -> MarkdownEditor:
        return self._editor

    @property
    def view(self) -> AnswerView:
        """What of an answer in progress is on show."""
        return self._view

    @property
    def highlighter(self) -> "MarkdownHighlighter":
        """What colours the editor, made at its first use."""
        if self._highlighter is None:
            from desktop.ui.markdown_highlighter import (  # noqa: PLC0415 - after the first paint
                MarkdownHighlighter,
            )

            self._highlighter = MarkdownHighlighter(self._editor, self._theme)
        return self._highlighter

    @property
    def shown_text(self) -> QTextEdit | None:
        """The text on show: the sealed answer, the editor, or the preview if it stands alone."""
        if self.shown_attempt is not None and self._sealed is not None:
            return self._sealed.text_view
        return self._preview if self._view is AnswerView.PREVIEW else self._editor

    @property
    def shown_attempt(self) -> Attempt | None:
        """The sealed answer on show, None while writing."""
        if self._sealed is None or self._stack.currentWidget() is not self._sealed:
            return None
        return self._sealed.attempt

    @property
    def shown_markdown(self) -> str:
        """The Markdown of the answer on show, sealed or being written."""
        attempt = self.shown_attempt
        return attempt.text if attempt else self._editor.toPlainText()

    def make_ready(self) -> None:
        """Make what the first paint did not need."""
        self.format_bar.build()
        self._editor.prepare()

    def read_editor(self) -> EditorText:
        """What the editor holds now."""
        return EditorText(self._editor.toPlainText(), self._editor.textCursor().position())

    def selected_text(self) -> str:
        """What is selected in the editor."""
        return self._editor.textCursor().selection().toPlainText()

    def show_draft(self, draft: Draft) -> None:
        """Go on with a draft, or begin with an empty one behind the attempt just sealed."""
        shown = self.shown_attempt
        if shown is None or shown.question_key != draft.question_key:
            self._stack.setCurrentIndex(0)
        self._editor.set_answer(draft.text, draft.cursor)
        self.set_writable(is_writable=True)
        if self.shown_attempt is None:
            self._tell_shown()

    def show_attempt(self, attempt: Attempt, page: Page) -> None:
        """Show a sealed answer as a page; the keys of who was writing go there."""
        had_focus = self._holds_focus()
        if self._sealed is None:
            self._sealed = self._new_sealed_view()
            self._stack.addWidget(self._sealed)
        self._sealed.show_attempt(attempt, page, self._images)
        self._stack.setCurrentWidget(self._sealed)
        if had_focus:
            self.take_focus()

    def show_passage(self, passage: str) -> None:
        """Highlight a passage of the sealed answer on show, "" for none."""
        if self._sealed is not None:
            self._sealed.show_passage(passage)

    def selected_of_sealed(self) -> str:
        """What is selected in the sealed answer on show."""
        return self._sealed.selected_text if self._sealed is not None else ""

    def show_writing(self) -> None:
        """Go back from a sealed answer to the editor."""
        self._stack.setCurrentIndex(0)

    def set_writable(self, *, is_writable: bool) -> None:
        """Allow writing, or hold the text still while a seal can be undone."""
        self._editor.setReadOnly(not is_writable)
        self.clock_bar.set_writable(is_writable=is_writable)
        self.format_bar.setEnabled(is_writable)

    def set_images(self, images: ImageReader) -> None:
        """Say how the pictures of the answers to this question are read."""
        self._images = images

    def show_preview(self, rendered: "RenderedText") -> None:
        """Show the rendered text beside the editor; the view is made at its first use."""
        if self._preview is None or self._scrolling is None:
            self._preview = self._new_preview()
            self._scrolling = self._new_scrolling(self._preview)
        self._preview.set_images(self._images)
        self._preview.show_text(rendered)
        self._scrolling.note_page()

    def set_scrolls_together(self, *, scrolls_together: bool) -> None:
        """Let the preview follow where the editor is scrolled to, and the other way round."""
        self._scrolls_together = scrolls_together
        if self._scrolling is not None:
            self._scrolling.set_on(is_on=scrolls_together)

    def set_view(self, view: AnswerView) -> None:
        """Show the editor, the preview, or both; the focus stays on something that is shown."""
        had_focus = self._holds_focus()
        self._view = view
        self._editor.setVisible(view is not AnswerView.PREVIEW)
        self.format_bar.setEnabled(
            view is not AnswerView.PREVIEW and not self._editor.isReadOnly()
        )
        self.word_line.setVisible(view is not AnswerView.PREVIEW)
        if self._preview is not None:
            self._preview.setVisible(view is not AnswerView.EDITOR)
        if had_focus:
            self.take_focus()
        QTimer.singleShot(0, self._editor.ensureCursorVisible)
        self._tell_shown()

    def put_above(self, widget: QWidget) -> None:
        """Put a widget above the clock."""
        self._layout.insertWidget(0, widget)

    def put_below(self, widget: QWidget) -> None:
        """Put a widget right below the text."""
        self._layout.insertWidget(self._layout.indexOf(self._stack) + 1, widget)

    def set_theme(self, theme: Theme, icons: Icons, page_style: PageStyle) -> None:
        self._theme, self._icons, self._page_style = theme, icons, page_style
        self._editor.set_theme(theme)
        if self._highlighter is not None:
            self._highlighter.set_theme(theme)
        self._editor.set_text_size(round(page_style.text_size_px))
        self.clock_bar.set_icons(icons)
        self.format_bar.set_icons(icons)
        if self._preview is not None:
            self._preview.set_style(page_style)
        if self._sealed is not None:
            self._sealed.set_style(page_style)

    def take_focus(self) -> None:
        """Put the focus on the text on show."""
        if self.shown_text is not None:
            self.shown_text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_editor(self) -> None:
        """Go to the editor, also if it is not on show."""
        self.show_writing()
        if self._view is AnswerView.PREVIEW:
            self.set_view(AnswerView.SPLIT)
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, position: int) -> None:
        """Put the cursor before a UTF-16 unit of the text, with some lines below it in view."""
        cursor = self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._editor.setTextCursor(cursor)
        cursor.setPosition(position)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()

    def copy_answer(self) -> None:
        """Put the text on show on the clipboard."""
        QGuiApplication.clipboard().setText(self.shown_markdown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = self.width() >= SIDE_BY_SIDE_PX
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
        super().resizeEvent(event)

    def _new_sealed_view(self) -> "SealedView":
        from desktop.ui.sealed_view import SealedView  # noqa: PLC0415 - after the first paint

        sealed = SealedView(self._page_style, self._formulas)
        sealed.rewrite_requested.connect(self.rewrite_requested)
        sealed.copy_requested.connect(self.copy_requested)
        sealed.compare_requested.connect(self.compare_requested)
        sealed.export_requested.connect(self.export_requested)
        sealed.link_chosen.connect(self.link_chosen)
        return sealed

    def _new_preview(self) -> "LivePage":
        from desktop.ui.page.live_page import LivePage  # noqa: PLC0415 - after the first paint

        preview = LivePage(self._page_style, self._formulas)
        preview.setObjectName("preview")
        preview.setAccessibleName("Preview of your answer")
        preview.link_chosen.connect(self.link_chosen)
        self._split.addWidget(preview)
        self._split.setSizes([10_000, 10_000])
        preview.setVisible(self._view is not AnswerView.EDITOR)
        return preview

    def _holds_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget() or self)

    def _tell_shown(self) -> None:
        self.shown_changed.emit()

    def _new_scrolling(self, preview: "LivePage") -> "ScrollTogether":
        from desktop.ui.scroll_together import ScrollTogether  # noqa: PLC0415 - as above

        scrolling = ScrollTogether(self._editor, preview)
        scrolling.set_on(is_on=self._scrolls_together)
        self._editor.edited.connect(scrolling.note_edit)
        return scrolling

    def _writing_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.clock_bar)
        layout.addWidget(self.format_bar)
        layout.addWidget(self._split, 1)
        layout.addWidget(self.word_line)
        return page
