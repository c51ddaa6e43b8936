"""The text is the truth, the form goes into it, and what is typed is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.bank.bin_folder import BinFolder
from desktop.controllers.question_edit_controller import FieldChange, QuestionEditController
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.services.edit_question import EditQuestion, read_text
from desktop.services.question_files import QuestionFiles

TEXT = "---\ntitle: Old\n---\n\nWhy?\n"


def now() -> datetime:
    return datetime.now(UTC)


class Desk:
    """An editor's text and what was told of it."""

    def __init__(self, qtbot: QtBot, folder: Path, owner: QObject) -> None:
        self.own = folder / "questions"
        self.own.mkdir()
        (self.own / "a.md").write_text(TEXT, encoding="utf-8")
        bank = Bank(find_sources(folder / "shipped", self.own, folder / "packs"))
        files = QuestionFiles(bank, folder / "index.sqlite")
        bin_folder = BinFolder(folder / "bin", now)
        self.service = EditQuestion(bank, files, folder / "edits", bin_folder, now)
        self.runner = TaskRunner(owner)
        self.editing = QuestionEditController(lambda: self.service, self.runner, owner)
        self.text = ""
        self.refusals: list[AppError] = []
        self.editing.text_rewritten.connect(self.rewrite)
        self.editing.refused.connect(self.refusals.append)
        self._qtbot = qtbot

    def rewrite(self, text: str, _change: FieldChange) -> None:
        self.text = text
        self.editing.note_text()

    def begin(self, key: str) -> None:
        with self._qtbot.waitSignal(self.editing.begun) as begun:
            self.editing.begin(key)
        self.text = begun.args[0].text
        with self._qtbot.waitSignal(self.editing.text_read):
            self.editing.follow(lambda: self.text)

    def waits_for(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition)

    def change(self, title: str) -> FieldChange:
        assert self.editing.edited is not None
        shown = read_text(self.editing.edited, TEXT).question
        return FieldChange(shown, replace(shown, title=title))

    @property
    def saved(self) -> str:
        return (self.own / "a.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, owner: QObject) -> Desk:
    return Desk(qtbot, tmp_path, owner)


def test_fields_go_into_the_text_as_it_has_become(desk: Desk) -> None:
    desk.begin("a")
    desk.editing.rewrite_fields(desk.change("New"))
    desk.text = desk.text.replace("Why?", "Why not?")
    desk.waits_for(lambda: not desk.editing.is_rewriting)
    assert desk.text == "---\ntitle: New\n---\n\nWhy not?\n"


def test_what_is_still_on_its_way_from_the_form_is_saved_too(qtbot: QtBot, desk: Desk) -> None:
    desk.begin("a")
    with qtbot.waitSignal(desk.editing.saved) as told:
        desk.editing.rewrite_fields(desk.change("Newer"))
        desk.editing.save()
    assert told.args == ["a"]
    assert desk.saved == TEXT.replace("Old", "Newer")
    assert not desk.editing.has_changes
    assert desk.service.begin("a").kept is None


def test_what_cannot_be_saved_is_told_and_kept(desk: Desk) -> None:
    desk.begin("a")
    desk.text = TEXT.replace("Why?", "Mine.")
    (desk.own / "a.md").write_text("Theirs.", encoding="utf-8")
    desk.editing.save()
    desk.waits_for(lambda: bool(desk.refusals))
    desk.waits_for(lambda: desk.service.begin("a").kept is not None)
    assert desk.saved == "Theirs."
    assert desk.editing.has_changes


def test_what_is_typed_is_kept_and_what_is_thrown_away_is_not(desk: Desk) -> None:
    desk.begin("a")
    desk.text += "More.\n"
    desk.editing.note_text()
    desk.waits_for(lambda: desk.service.begin("a").kept is not None)
    desk.editing.discard()
    desk.waits_for(lambda: desk.runner.is_idle)
    assert desk.service.begin("a").kept is None


def test_what_is_typed_is_kept_when_the_window_goes(desk: Desk) -> None:
    desk.begin("a")
    desk.editing.rewrite_fields(desk.change("Half a tit"))
    desk.runner.close()
    desk.editing.keep_now()
    kept = desk.service.begin("a").kept
    assert kept is not None
    assert kept.text == TEXT.replace("Old", "Half a tit")
    assert not desk.editing.has_changes
