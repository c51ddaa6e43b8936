import re
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.settings.folders import find_folders
from desktop.ui.theme import Theme, load_theme, style_sheet

TEXT_RATIO = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA."""

SIGN_RATIO = 3.0
"""WCAG 2.2, success criterion 1.4.11: what must be seen but is not text."""

RESOURCES = find_folders().resources


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(RESOURCES, is_dark=request.param)


@pytest.mark.parametrize("text", ["text", "muted", "accent", "warning", "danger"])
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "hover", "code_background"])
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= TEXT_RATIO


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("text", "selected"),
        ("muted", "selected"),
        ("accent", "selected"),
        ("text", "selection"),
        ("text", "match"),
        ("muted", "match"),
        ("text", "warning_surface"),
        ("warning", "warning_surface"),
    ],
)
def test_text_can_be_read_on_its_own_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= TEXT_RATIO


def test_code_can_be_read(theme: Theme) -> None:
    for colour in theme.syntax.values():
        assert contrast(colour, theme["code_background"]) >= TEXT_RATIO
        assert contrast(colour, theme["surface"]) >= TEXT_RATIO


@pytest.mark.parametrize("sign", ["focus", "border_strong"])
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_signs_can_be_seen(theme: Theme, sign: str, ground: str) -> None:
    assert contrast(theme[sign], theme[ground]) >= SIGN_RATIO


@pytest.mark.parametrize("mark", ["accent", "series", "heat1", "heat2", "heat3", "heat4"])
def test_marks_of_charts_can_be_seen(theme: Theme, mark: str) -> None:
    assert contrast(theme[mark], theme["surface"]) >= SIGN_RATIO


def test_more_practice_stands_out_more(theme: Theme) -> None:
    steps = [contrast(theme[f"heat{number}"], theme["surface"]) for number in range(1, 5)]
    assert all(more >= 1.3 * less for less, more in pairwise(steps))


def test_both_themes_have_the_same_tokens() -> None:
    light, dark = (load_theme(RESOURCES, is_dark=is_dark) for is_dark in (False, True))
    assert light.colours.keys() == dark.colours.keys()
    assert light.syntax.keys() == dark.syntax.keys()


def test_the_style_sheet_has_no_colour_of_its_own(theme: Theme) -> None:
    template = (Path(RESOURCES) / "styles" / "window.qss").read_text()
    assert "#fff" not in template.lower()
    assert "$" not in style_sheet(RESOURCES, theme)


def test_the_pictures_of_the_style_sheet_are_there(theme: Theme) -> None:
    pictures = re.findall(r"url\((.+?)\)", style_sheet(RESOURCES, theme))
    assert len(pictures) > 3
    assert all(Path(picture).is_file() for picture in pictures)
