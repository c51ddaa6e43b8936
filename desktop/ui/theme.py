"""Colours, sizes and the style sheet of the window, from theme files and tokens."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

SPACE_PX = 4
"""All spacing is a multiple of this."""

UI_FONT_PX = 13
SMALL_FONT_PX = 12
TITLE_FONT_PX = 22

SANS_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "DejaVu Sans")
MONO_FAMILIES = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "DejaVu Sans Mono")


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: named colours (hex text) and syntax colours."""

    name: str
    is_dark: bool
    colours: Mapping[str, str]
    syntax: Mapping[str, str]

    def __getitem__(self, token: str) -> str:
        return self.colours[token]


def load_theme(resources: Path, *, is_dark: bool) -> Theme:
    """The light or the dark theme from `resources/themes/`."""
    path = resources / "themes" / ("dark.toml" if is_dark else "light.toml")
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return Theme(values["name"], values["is_dark"], values["colours"], values["syntax"])


def style_sheet(resources: Path, theme: Theme) -> str:
    """The Qt style sheet with the tokens of a theme filled in."""
    template = (resources / "styles" / "window.qss").read_text(encoding="utf-8")
    sizes = {
        "small_font": f"{SMALL_FONT_PX}px",
        "title_font": f"{TITLE_FONT_PX}px",
    }
    styles = (resources / "styles").as_posix()
    shade = "dark" if theme.is_dark else "light"
    return Template(template).substitute(theme.colours, **sizes, styles=styles, shade=shade)
