"""The pane in which an answer is written, sealed, and read again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.controllers.answer_controller import EditorText
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.rendering.page_tree import Page
from desktop.ui.banner import Banner
from desktop.ui.clock_bar import ClockBar
from desktop.ui.icons import Icons
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.ui.markdown_highlighter import MarkdownHighlighter
    from desktop.ui.sealed_view import SealedView

SIDE_BY_SIDE_PX = 880
"""From this width on, editor and preview stand beside each other instead of above."""


class AnswerPane(QWidget):
    """Clock, editor and preview while writing; the sealed answer afterwards."""

    edited = Signal()
    rewrite_requested = Signal()
    copy_requested = Signal()
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
        self.banner = Banner()
        self._editor = MarkdownEditor(theme, round(page_style.text_size_px))
        self._theme = theme
        self._highlighter: MarkdownHighlighter | None = None
        self._editor.edited.connect(self.edited)
        self._preview: PageView | None = None
        self._page_style = page_style
        self._formulas = formulas
        self._is_preview_wanted = True
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setObjectName("writingSplit")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._editor)
        self._sealed: SealedView | None = None
        self._icons = icons
        self._stack = QStackedWidget()
        self._stack.addWidget(self._writing_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.banner)

    @property
    def editor(self) -> MarkdownEditor:
        return self._editor

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
    def is_preview_shown(self) -> bool:
        return self._is_preview_wanted

    @property
    def shown_attempt(self) -> Attempt | None:
        """The sealed answer on show, None while writing."""
        if self._sealed is None or self._stack.currentWidget() is not self._sealed:
            return None
        return self._sealed.attempt

    def read_editor(self) -> EditorText:
        """What the editor holds now."""
        return EditorText(self._editor.toPlainText(), self._editor.textCursor().position())

    def show_draft(self, draft: Draft) -> None:
        """Go on with a draft, or begin with an empty one behind the attempt just sealed."""
        shown = self.shown_attempt
        if shown is None or shown.question_key != draft.question_key:
            self._stack.setCurrentIndex(0)
        self._editor.set_answer(draft.text, draft.cursor)
        self.set_writable(is_writable=True)

    def show_attempt(self, attempt: Attempt, page: Page) -> None:
        """Show a sealed answer as a page."""
        if self._sealed is None:
            self._sealed = self._new_sealed_view()
            self._stack.addWidget(self._sealed)
        self._sealed.show_attempt(attempt, page)
        self._stack.setCurrentWidget(self._sealed)

    def show_writing(self) -> None:
        """Go back from a sealed answer to the editor."""
        self._stack.setCurrentIndex(0)

    def set_writable(self, *, is_writable: bool) -> None:
        """Allow writing, or hold the text still while a seal can be undone."""
        self._editor.setReadOnly(not is_writable)
        self.clock_bar.set_writable(is_writable=is_writable)

    def show_preview_page(self, page: Page) -> None:
        """Show the rendered text beside the editor; the view is made at its first use."""
        if self._preview is None:
            self._preview = self._new_preview()
        self._preview.update_page(page)

    def set_preview_shown(self, *, is_shown: bool) -> None:
        self._is_preview_wanted = is_shown
        if self._preview is not None:
            self._preview.setVisible(is_shown)

    def set_theme(self, theme: Theme, icons: Icons, page_style: PageStyle) -> None:
        self._theme, self._icons, self._page_style = theme, icons, page_style
        self._editor.set_theme(theme)
        if self._highlighter is not None:
            self._highlighter.set_theme(theme)
        self._editor.set_text_size(round(page_style.text_size_px))
        self.clock_bar.set_icons(icons)
        if self._preview is not None:
            self._preview.set_style(page_style)
        if self._sealed is not None:
            self._sealed.set_style(page_style)

    def focus_editor(self) -> None:
        self.show_writing()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy_answer(self) -> None:
        """Put the text on show on the clipboard."""
        attempt = self.shown_attempt
        text = attempt.text if attempt else self._editor.toPlainText()
        QGuiApplication.clipboard().setText(text)

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
        sealed.export_requested.connect(self.export_requested)
        sealed.link_chosen.connect(self.link_chosen)
        return sealed

    def _new_preview(self) -> PageView:
        preview = PageView(self._page_style, formulas=self._formulas)
        preview.setObjectName("preview")
        preview.setAccessibleName("Preview of your answer")
        preview.link_chosen.connect(self.link_chosen)
        self._split.addWidget(preview)
        self._split.setSizes([10_000, 10_000])
        preview.setVisible(self._is_preview_wanted)
        return preview

    def _writing_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.clock_bar)
        layout.addWidget(self._split, 1)
        return page
