import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.controllers.preview_controller import PreviewController
from desktop.controllers.task_runner import TaskRunner
from desktop.rendering.live_renderer import RenderedText
from desktop.rendering.render_page import render_markdown


class Sheet:
    """A text that is written, and the pages that were made of it."""

    def __init__(self, owner: QObject) -> None:
        self.text = ""
        self.reads = 0
        self.pages: list[RenderedText] = []
        self.runner = TaskRunner(owner)
        self._preview = PreviewController(self.runner, owner)
        self._preview.set_source(self.read)
        self._preview.page_rendered.connect(self.pages.append)

    def write(self, text: str) -> None:
        self.text = text
        self._preview.note_change()

    def read(self) -> str:
        self.reads += 1
        return self.text

    def shows(self, text: str) -> bool:
        return bool(self.pages) and self.pages[-1].page == render_markdown(text)


@pytest.fixture
def sheet(owner: QObject) -> Sheet:
    return Sheet(owner)


def test_page_follows_the_text(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.write("One")
    qtbot.waitUntil(lambda: sheet.shows("One"))
    sheet.write("One *two*")
    qtbot.waitUntil(lambda: sheet.shows("One *two*"))


def test_worker_only_makes_the_first_page(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.write("One")
    assert sheet.pages == []
    qtbot.waitUntil(lambda: sheet.shows("One"))
    assert sheet.runner.is_idle
    sheet.write("One two")
    assert sheet.runner.is_idle
    qtbot.waitUntil(lambda: sheet.shows("One two"))
    assert sheet.runner.is_idle


def test_keys_of_one_burst_make_one_page(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.write("One")
    qtbot.waitUntil(lambda: sheet.shows("One"))
    for text in ("One t", "One tw", "One two"):
        sheet.write(text)
    qtbot.waitUntil(lambda: sheet.shows("One two"))
    assert len(sheet.pages) == 2


def test_text_changed_while_the_first_page_is_made_is_not_lost(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.write("One")
    qtbot.waitUntil(lambda: sheet.reads == 1)
    sheet.write("Two")
    qtbot.waitUntil(lambda: sheet.shows("Two"))


def test_very_much_new_text_is_shown_in_the_end(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.write("One")
    qtbot.waitUntil(lambda: sheet.shows("One"))
    long = "\n\n".join(f"Paragraph *{number}* with `code`" for number in range(3_000))
    sheet.write(long)
    qtbot.waitUntil(lambda: len(sheet.pages) == 2)
    assert sheet.shows(long)
