"""What can be switched on and off in the window, and is remembered."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.settings.settings import Settings
from desktop.ui.answer_view import AnswerView
from desktop.ui.appearance import Appearance
from desktop.ui.main_window import MainWindow

USUAL_TEXT_PX = 16
LEAST_TEXT_PX = 10
MOST_TEXT_PX = 32


class WindowSwitches(QObject):
    """Panes, views of the answer, clock digits, theme and text size."""

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        settings: Settings,
        save_settings: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._settings = settings
        self._save_settings = save_settings
        window.answer.set_scrolls_together(scrolls_together=self.scrolls_together())
        window.answer.clock_bar.show_hidden(is_hidden=settings.get_bool("clock_hidden"))
        window.answer.format_bar.setVisible(settings.get_bool("format_bar"))
        window.answer.editor.set_pairing(is_pairing=settings.get_bool("pair_brackets_and_marks"))

    def is_browser_shown(self) -> bool:
        return not self._window.browser.isHidden()

    def toggle_browser(self) -> None:
        self._window.browser.setVisible(not self.is_browser_shown())

    def is_detail_shown(self) -> bool:
        return not self._window.detail.isHidden()

    def toggle_detail(self) -> None:
        self._window.detail.setVisible(not self.is_detail_shown())

    def is_preview_shown(self) -> bool:
        return self._window.answer.view is not AnswerView.EDITOR

    def toggle_preview(self) -> None:
        if self.is_preview_shown():
            self.show_editor_only()
        else:
            self.show_both()

    def show_editor_only(self) -> None:
        self._window.answer.set_view(AnswerView.EDITOR)

    def is_editor_alone(self) -> bool:
        return self._window.answer.view is AnswerView.EDITOR

    def show_both(self) -> None:
        self._window.answer.set_view(AnswerView.SPLIT)

    def are_both_shown(self) -> bool:
        return self._window.answer.view is AnswerView.SPLIT

    def show_preview_only(self) -> None:
        self._window.answer.set_view(AnswerView.PREVIEW)

    def is_preview_alone(self) -> bool:
        return self._window.answer.view is AnswerView.PREVIEW

    def scrolls_together(self) -> bool:
        return self._settings.get_bool("scroll_together")

    def toggle_scroll_together(self) -> None:
        self._keep("scroll_together", not self.scrolls_together())
        self._window.answer.set_scrolls_together(scrolls_together=self.scrolls_together())

    def is_clock_hidden(self) -> bool:
        return self._settings.get_bool("clock_hidden")

    def toggle_clock(self) -> None:
        self._keep("clock_hidden", not self.is_clock_hidden())
        self._window.answer.clock_bar.show_hidden(is_hidden=self.is_clock_hidden())

    def is_format_bar_shown(self) -> bool:
        return self._settings.get_bool("format_bar")

    def toggle_format_bar(self) -> None:
        self._keep("format_bar", not self.is_format_bar_shown())
        self._window.answer.format_bar.setVisible(self.is_format_bar_shown())

    def set_pairing(self, *, is_pairing: bool) -> None:
        """Type brackets and marks in pairs, or each as it is."""
        self._keep("pair_brackets_and_marks", is_pairing)
        self._window.answer.editor.set_pairing(is_pairing=is_pairing)

    def is_dark(self) -> bool:
        return self._appearance.theme.is_dark

    def toggle_theme(self) -> None:
        self.choose_theme("light" if self.is_dark() else "dark")

    def choose_theme(self, choice: str) -> None:
        """Change to "light", "dark", or to follow the "system"."""
        self._keep("theme", choice)
        self._appearance.choose(choice)

    def zoom_in(self) -> None:
        self.set_text_size(self._settings.get_int("text_size") + 1)

    def zoom_out(self) -> None:
        self.set_text_size(self._settings.get_int("text_size") - 1)

    def zoom_reset(self) -> None:
        self.set_text_size(USUAL_TEXT_PX)

    def set_text_size(self, text_size_px: int) -> None:
        size_px = min(max(text_size_px, LEAST_TEXT_PX), MOST_TEXT_PX)
        if size_px != self._settings.get_int("text_size"):
            self._keep("text_size", size_px)
            self._appearance.set_text_size(size_px)

    def _keep(self, key: str, value: bool | int | str) -> None:  # noqa: FBT001 - any setting's value
        self._settings.set(key, value)
        self._save_settings()
