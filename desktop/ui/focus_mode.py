"""Nothing but the prompt, the editor and the clock."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.services.question_sheet import QuestionSheet
from desktop.ui.answer_view import AnswerView
from desktop.ui.appearance import Appearance
from desktop.ui.main_window import MainWindow
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.theme_style import page_style

if TYPE_CHECKING:
    from desktop.ui.prompt_strip import PromptStrip


class _Shown(NamedTuple):
    """What was on show before."""

    has_browser: bool
    has_detail: bool
    has_format_bar: bool
    view: AnswerView


class FocusMode(QObject):
    """Hides what is around the answer, and brings back what was there."""

    def __init__(self, window: MainWindow, appearance: Appearance, formulas: FormulaShelf) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._formulas = formulas
        self._before: _Shown | None = None
        self._strip: PromptStrip | None = None
        window.closing.connect(self.leave)
        window.detail.sheet_shown.connect(self._show_question)
        appearance.changed.connect(self._dress)

    def is_on(self) -> bool:
        return self._before is not None

    def is_off(self) -> bool:
        return self._before is None

    def toggle(self) -> None:
        if self.is_on():
            self.leave()
        else:
            self._enter()

    def is_prompt_unfolded(self) -> bool:
        return self.is_on() and self._strip is not None and self._strip.is_unfolded

    def toggle_prompt(self) -> None:
        """Show the whole prompt, or fold it and go back to the text."""
        if self._strip is not None and self.is_on():
            self._strip.toggle_fold()
            if not self._strip.is_unfolded:
                self._window.answer.take_focus()

    def leave(self) -> None:
        """Show again what was on show before."""
        if self._before is None:
            return
        window, before = self._window, self._before
        self._before = None
        if self._strip is not None:
            self._strip.hide()
        window.menuBar().show()
        window.browser.setVisible(before.has_browser)
        window.detail.setVisible(before.has_detail)
        window.answer.format_bar.setVisible(before.has_format_bar)
        window.answer.set_view(before.view)
        window.answer.take_focus()

    def _enter(self) -> None:
        window = self._window
        bar = window.answer.format_bar
        self._before = _Shown(
            not window.browser.isHidden(),
            not window.detail.isHidden(),
            not bar.isHidden(),
            window.answer.view,
        )
        for widget in (window.menuBar(), window.browser, window.detail, bar):
            widget.hide()
        window.answer.set_view(AnswerView.EDITOR)
        strip = self._get_strip()
        if window.detail.sheet is not None:
            strip.show_question(window.detail.sheet, window.detail.images)
        strip.show()
        window.answer.take_focus()

    def _get_strip(self) -> "PromptStrip":
        if self._strip is None:
            from desktop.ui.prompt_strip import PromptStrip  # noqa: PLC0415 - when it is asked for

            self._strip = PromptStrip(self._appearance.icons, self._style(), self._formulas)
            self._strip.leave_requested.connect(self.leave)
            self._strip.link_chosen.connect(self._window.detail.link_chosen)
            self._window.answer.put_above(self._strip)
        return self._strip

    def _show_question(self, sheet: QuestionSheet) -> None:
        if self.is_on():
            self._get_strip().show_question(sheet, self._window.detail.images)

    def _dress(self) -> None:
        if self._strip is not None:
            self._strip.set_style(self._appearance.icons, self._style())

    def _style(self) -> PageStyle:
        """The look of a page on the window's own ground."""
        look = self._appearance
        return page_style(look.theme, look.page_style.text_size_px, surface="window")
