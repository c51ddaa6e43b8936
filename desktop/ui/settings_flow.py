"""Opens the settings and lets each change take effect at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.settings.settings import Settings
from desktop.ui.main_window import MainWindow
from desktop.ui.window_switches import WindowSwitches


class SettingsFlow(QObject):
    """From the wish to change a setting to the changed window."""

    spelling_chosen = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        switches: WindowSwitches,
        save_settings: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._switches = switches
        self._save_settings = save_settings

    def begin(self) -> None:
        """Open the dialog."""
        from desktop.ui.settings_dialog import SettingsDialog  # noqa: PLC0415 - after the start

        dialog = SettingsDialog(self._settings, self._window)
        dialog.changed.connect(self._change)
        dialog.open()

    def _change(self, key: str, value: object) -> None:
        if key == "theme":
            self._switches.choose_theme(str(value))
        elif key == "text_size" and isinstance(value, int):
            self._switches.set_text_size(value)
        elif key == "clock_hidden":
            self._switches.toggle_clock()
        elif key == "format_bar":
            self._switches.toggle_format_bar()
        elif key == "pair_brackets_and_marks":
            self._switches.set_pairing(is_pairing=bool(value))
        elif key == "scroll_together":
            self._switches.toggle_scroll_together()
        elif isinstance(value, bool | int | str):
            self._settings.set(key, value)
            self._save_settings()
        if key == "check_spelling":
            self.spelling_chosen.emit(value)
