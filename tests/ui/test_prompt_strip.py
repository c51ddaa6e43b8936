from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from desktop.rendering.render_page import render_markdown
from desktop.services.question_sheet import QuestionSheet
from desktop.ui.icons import Icons
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.theme_style import page_style
from desktop.ui.prompt_strip import PromptStrip
from desktop.ui.theme import load_theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication) -> PromptStrip:
    style = page_style(load_theme(RESOURCES, is_dark=False))
    strip = PromptStrip(
        Icons(RESOURCES / "icons", "#000000", "#888888"), style, FormulaShelf(qapp)
    )
    qtbot.addWidget(strip)
    strip.resize(800, 600)
    strip.show()
    return strip


def sheet(prompt: str) -> QuestionSheet:
    page = render_markdown(prompt)
    return QuestionSheet("key", "", "A title", (), "", 20, (), prompt, page)


def height_px(strip: PromptStrip) -> int:
    area = strip.findChild(QScrollArea, "stripArea")
    assert isinstance(area, QScrollArea)
    return area.height()


def test_a_short_prompt_is_shown_whole(strip: PromptStrip) -> None:
    strip.show_question(sheet("One line."))
    fold = strip.findChild(QToolButton, "stripFold")
    assert isinstance(fold, QToolButton)
    assert not fold.isVisible()
    assert 15 < height_px(strip) < 40


def test_a_long_prompt_is_unfolded_and_folds_again_with_the_next(
    strip: PromptStrip,
) -> None:
    strip.show_question(sheet("A paragraph.\n\n" * 9))
    folded_px = height_px(strip)
    assert 70 < folded_px < 85
    strip.toggle_fold()
    assert strip.is_unfolded
    assert 150 < height_px(strip) <= 270
    strip.show_question(sheet("Another.\n\n" * 9))
    assert height_px(strip) == folded_px
