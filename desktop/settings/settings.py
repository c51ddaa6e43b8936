"""The person's settings: one declared list, kept in `settings.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from desktop.files import replace_file

_TYPE_NAMES = {bool: "true or false", int: "a whole number", str: "text in quotes"}


COACH = "coach"
EXPORT = "export"


class Setting(NamedTuple):
    """One setting: its key in the file, default (which fixes the type), and what it does.

    `choices` closes the values; `least` and `most` bound a number. A setting of a `part` has a
    place of its own, not among the general ones of the dialog.
    """

    key: str
    default: bool | int | str
    sentence: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 10_000
    part: str = ""

    def accepts(self, value: object) -> bool:
        if type(value) is not type(self.default):
            return False
        if isinstance(value, str):
            return not self.choices or value in self.choices
        return isinstance(value, bool) or (
            isinstance(value, int) and self.least <= value <= self.most
        )

    @property
    def allowed(self) -> str:
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if type(self.default) is int:
            return f"a whole number from {self.least} to {self.most}"
        return _TYPE_NAMES[type(self.default)]


SETTINGS = (
    Setting("theme", "system", "Light, dark, or as the system says.", ("system", "light", "dark")),
    Setting("text_size", 16, "Size of reading and writing text in pixels.", least=10, most=32),
    Setting(
        "budget_minutes", 20, "Time for a question that does not say its own.", least=1, most=240
    ),
    Setting(
        "check_spelling",
        True,
        "Underlines misspelt words, if the enchant library and a dictionary are installed.",
    ),
    Setting(
        "feedback_method",
        "rule",
        "How answers are compared with the points: rule goes by words, semantic by a small model.",
        ("rule", "semantic"),
    ),
    Setting("scroll_together", True, "Whether editor and preview scroll together."),
    Setting("clock_hidden", False, "Whether the clock's digits are hidden."),
    Setting("minutes_a_day", 60, "Minutes a day that the plan may use.", least=5, most=600),
    Setting("auto_export_folder", "", "Where each answer goes when sealed.", part=EXPORT),
    Setting("beep", False, "Whether a mock run beeps at its warnings and when time is up."),
    Setting("format_bar", True, "Whether the bar of formats is shown above the answer."),
    Setting(
        "pair_brackets_and_marks", True, "Whether a typed bracket or mark brings its closing one."
    ),
    Setting("coach_address", "", "Address of a model's server.", part=COACH),
    Setting("coach_model", "", "Name of the model that comments.", part=COACH),
    Setting("coach_agreed", "", "Servers elsewhere that may be sent answers.", part=COACH),
)


class Settings:
    """The settings of one installation, read and changed by key; `save` writes them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._declared = {setting.key: setting for setting in SETTINGS}
        self._values: dict[str, Any] = {}
        self._saving = Lock()
        self.problems: tuple[str, ...] = ()
        self._load()

    def get_bool(self, key: str) -> bool:
        return bool(self._get(key))

    def get_int(self, key: str) -> int:
        return int(self._get(key))

    def get_text(self, key: str) -> str:
        return str(self._get(key))

    def set(self, key: str, value: bool | int | str) -> None:  # noqa: FBT001 - any setting's value
        """Change a value; raises ValueError for one the setting does not accept."""
        if not self._declared[key].accepts(value):
            raise ValueError(f"{key} takes {self._declared[key].allowed}")
        self._values[key] = value

    def save(self) -> None:
        """Write the settings as they are now, from any thread; AppError if the disk refuses."""
        import tomli_w  # noqa: PLC0415 - only a change needs the writer

        with self._saving:
            replace_file(self._path, tomli_w.dumps(self._values).encode())

    def _get(self, key: str) -> bool | int | str:
        value: bool | int | str = self._values.get(key, self._declared[key].default)
        return value

    def _load(self) -> None:
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError) as error:
            self.problems = (f"{self._path} cannot be read ({error}); the defaults are used.",)
            return
        try:
            found = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # also a number of thousands of digits
            self._path.replace(self._path.with_suffix(".toml.broken"))
            name = self._path.name
            told = f"{name} is not valid TOML ({error}); it was kept as {name}.broken."
            self.problems = (f"{told} The defaults are used.",)
            return
        self._values = found
        self.problems = tuple(self._refused(found))

    def _refused(self, found: Mapping[str, Any]) -> list[str]:
        refused = []
        for key, value in list(found.items()):
            setting = self._declared.get(key)
            if setting is not None and not setting.accepts(value):
                refused.append(f"{key} in {self._path.name} must be {setting.allowed}.")
                self._values.pop(key)
        return refused
