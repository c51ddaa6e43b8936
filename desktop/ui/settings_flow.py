"""Opens the settings and lets each change take effect at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.settings.settings import Settings
from desktop.ui.main_window import MainWindow
from desktop.ui.window_switches import WindowSwitches

if TYPE_CHECKING:
    from desktop.controllers.coach_setup import CoachSetup
    from desktop.ui.coach_settings import CoachSettings


class SettingsFlow(QObject):
    """From the wish to change a setting to the changed window."""

    spelling_chosen = Signal(bool)
    coach_chosen = Signal()

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        switches: WindowSwitches,
        save_settings: Callable[[], None],
        coach_setup: "Callable[[], CoachSetup]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._switches = switches
        self._save_settings = save_settings
        self._coach_setup = coach_setup

    def begin(self) -> None:
        """Open the dialog."""
        from desktop.ui.settings_dialog import SettingsDialog  # noqa: PLC0415 - after the start

        dialog = SettingsDialog(self._settings, self._window)
        dialog.changed.connect(self._change)
        self._connect_coach(dialog.coach)
        dialog.open()

    def _connect_coach(self, pane: "CoachSettings") -> None:
        setup = self._coach_setup()
        pane.changed.connect(self._change)
        pane.shown.connect(setup.see_key)
        pane.address_changed.connect(setup.see_key)
        pane.key_given.connect(setup.put_key)
        pane.look_requested.connect(setup.look)
        pane.destroyed.connect(setup.stop)
        setup.found.connect(pane.show_found)
        setup.key_seen.connect(pane.show_key)
        setup.refused.connect(pane.show_refused)

    def keep(self, key: str, value: bool | int | str) -> None:  # noqa: FBT001 - any setting's value
        """Change a setting that nothing on show follows, and write it."""
        self._settings.set(key, value)
        self._save_settings()

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
            self.keep(key, value)
        if key == "check_spelling":
            self.spelling_chosen.emit(value)
        if key.startswith("coach_"):
            self.coach_chosen.emit()
