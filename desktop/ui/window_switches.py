"""What can be switched on and off in the window, and is remembered."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.settings.settings import Settings
from desktop.ui.appearance import Appearance
from desktop.ui.main_window import MainWindow
from desktop.ui.window_memory import WindowMemory

USUAL_TEXT_PX = 16
LEAST_TEXT_PX = 10
MOST_TEXT_PX = 32


class WindowSwitches(QObject):
    """Panes, preview, clock digits, theme and text size."""

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        settings: Settings,
        memory: WindowMemory,
        save_settings: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._settings = settings
        self._memory = memory
        self._save_settings = save_settings
        window.answer.set_preview_shown(is_shown=memory.flag("preview", default=True))
        window.answer.set_scrolls_together(scrolls_together=self.scrolls_together())
        window.answer.clock_bar.show_hidden(is_hidden=settings.get_bool("clock_hidden"))

    def is_browser_shown(self) -> bool:
        return not self._window.browser.isHidden()

    def toggle_browser(self) -> None:
        self._window.browser.setVisible(not self.is_browser_shown())

    def is_detail_shown(self) -> bool:
        return not self._window.detail.isHidden()

    def toggle_detail(self) -> None:
        self._window.detail.setVisible(not self.is_detail_shown())

    def is_preview_shown(self) -> bool:
        return self._window.answer.is_preview_shown

    def toggle_preview(self) -> None:
        self._window.answer.set_preview_shown(is_shown=not self.is_preview_shown())
        self._memory.keep("preview", self.is_preview_shown())

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
