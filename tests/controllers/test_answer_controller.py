from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from fake_clock import FakeClock
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.controllers.answer_controller import AnswerController, EditorText
from desktop.controllers.later import Later
from desktop.domain.draft import Draft
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader
from desktop.journal.journal_writer import JournalWriter

QUESTION_TEXT = "---\ntitle: Ridge\n---\n\nWhy shrink?\n"


class FakeEditor:
    def __init__(self) -> None:
        self.content = EditorText("", 0)

    def read(self) -> EditorText:
        return self.content

    def write(self, text: str) -> None:
        self.content = EditorText(text, len(text))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def editor() -> FakeEditor:
    return FakeEditor()


@pytest.fixture
def writer(owner: QObject, path: Path) -> Iterator[JournalWriter]:
    assert owner is not None  # it has to outlive the writes that are told to its children
    writer = JournalWriter(partial(Journal.open, path))
    yield writer
    writer.close()


@pytest.fixture
def answer(
    owner: QObject, writer: JournalWriter, clock: FakeClock, editor: FakeEditor
) -> AnswerController:
    controller = AnswerController(Later(lambda: writer), clock, owner, tick_ms=10)
    controller.set_editor(editor.read)
    controller.open(fresh_draft(clock), is_kept=False)
    controller.note_question(QUESTION_TEXT)
    return controller


def fresh_draft(clock: FakeClock, key: str = "ridge") -> Draft:
    return Draft(
        question_key=key,
        digest=question_digest(QUESTION_TEXT),
        text="",
        started_at=clock.now(),
        saved_at=clock.now(),
        budget_s=60.0,
    )


def kept_draft(path: Path, key: str = "ridge") -> Draft | None:
    with JournalReader.open(path) as reader:
        return reader.find_draft(key)


def type_text(qtbot: QtBot, answer: AnswerController, editor: FakeEditor, text: str) -> None:
    with qtbot.waitSignal(answer.draft_saved):
        editor.write(text)
        answer.note_key()
    qtbot.waitUntil(lambda: answer.draft is not None and answer.draft.text == text)


def test_a_key_is_on_disk_soon_after(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, path: Path
) -> None:
    type_text(qtbot, answer, editor, "Shrinkage trades bias")
    qtbot.waitUntil(lambda: (kept_draft(path) or fresh_draft(FakeClock())).text != "")
    kept = kept_draft(path)
    assert kept is not None
    assert (kept.text, kept.cursor) == ("Shrinkage trades bias", 21)


def test_steady_typing_is_saved_in_its_middle(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor
) -> None:
    with qtbot.waitSignal(answer.draft_saved):
        for count in range(1, 2_000):
            editor.write("a" * count)
            answer.note_key()
            qtbot.wait(1)
            if answer.draft is not None and answer.draft.text:
                break
    assert answer.draft is not None
    assert len(answer.draft.text) < 1_999


def test_opening_a_question_does_not_start_the_clock(answer: AnswerController, path: Path) -> None:
    answer.leave()
    assert not answer.answer_clock.is_running
    assert kept_draft(path) is None


def test_the_clock_goes_on_where_it_was(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, clock: FakeClock, path: Path
) -> None:
    type_text(qtbot, answer, editor, "a")
    clock.pass_s(9)
    answer.leave()
    qtbot.waitUntil(lambda: (kept_draft(path) or fresh_draft(clock)).active_s > 0)
    kept = kept_draft(path)
    assert kept is not None
    assert kept.active_s == 9
    answer.open(kept, is_kept=True)
    assert answer.answer_clock.active_s == 9
    assert not answer.answer_clock.is_running


def test_a_question_read_only_after_the_first_key_is_kept(
    qtbot: QtBot,
    owner: QObject,
    writer: JournalWriter,
    clock: FakeClock,
    editor: FakeEditor,
    path: Path,
) -> None:
    controller = AnswerController(Later(lambda: writer), clock, owner)
    controller.set_editor(editor.read)
    controller.open(fresh_draft(clock), is_kept=False)
    type_text(qtbot, controller, editor, "Early")
    with qtbot.waitSignal(controller.draft_saved):
        controller.note_question(QUESTION_TEXT)
    with JournalReader.open(path) as reader:
        assert reader.find_question_text(question_digest(QUESTION_TEXT)) == QUESTION_TEXT
        assert reader.find_question_text(question_digest("")) is None


def test_sealing_waits_for_its_undo(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, path: Path
) -> None:
    type_text(qtbot, answer, editor, "An answer")
    with qtbot.waitSignal(answer.seal_begun):
        answer.seal()
    with JournalReader.open(path) as reader:
        assert reader.attempts() == ()
    answer.undo_seal()
    assert not answer.is_sealing
    assert answer.draft is not None


def test_a_seal_becomes_an_attempt(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, clock: FakeClock, path: Path
) -> None:
    type_text(qtbot, answer, editor, "An answer")
    clock.pass_s(7)
    answer.seal()
    with qtbot.waitSignal(answer.attempt_sealed):
        answer.finish_sealing()
    with JournalReader.open(path) as reader:
        (attempt,) = reader.attempts()
        assert reader.find_draft("ridge") is None
        assert reader.find_question_text(attempt.digest) == QUESTION_TEXT
    assert (attempt.text, attempt.active_s, attempt.budget_s) == ("An answer", 7, 60)


def test_leaving_makes_a_waiting_seal_final(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor
) -> None:
    type_text(qtbot, answer, editor, "An answer")
    answer.seal()
    with qtbot.waitSignal(answer.attempt_sealed):
        answer.leave()


def test_an_empty_answer_cannot_be_sealed(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor
) -> None:
    type_text(qtbot, answer, editor, "   \n")
    answer.seal()
    assert not answer.is_sealing


def test_an_opened_part_is_in_the_attempt(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, path: Path
) -> None:
    answer.reveal("SAMPLE_ANSWER")
    type_text(qtbot, answer, editor, "Copied")
    answer.seal()
    with qtbot.waitSignal(answer.attempt_sealed):
        answer.finish_sealing()
    with JournalReader.open(path) as reader:
        assert reader.attempts()[0].revealed == ("SAMPLE_ANSWER",)


def test_the_text_at_the_end_of_the_budget_is_kept(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, clock: FakeClock
) -> None:
    type_text(qtbot, answer, editor, "In time")
    with qtbot.waitSignal(answer.clock_changed):
        for _ in range(7):
            clock.pass_s(9)
            answer.note_key()
    qtbot.waitUntil(lambda: answer.draft is not None and answer.draft.text_at_budget == "In time")


def test_two_quiet_minutes_are_asked_about_and_can_be_left_out(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, clock: FakeClock
) -> None:
    type_text(qtbot, answer, editor, "Thinking")
    clock.pass_s(5)
    answer.note_key()
    with qtbot.waitSignal(answer.quiet_noticed):
        for _ in range(14):
            clock.pass_s(9)
            with qtbot.waitSignal(answer.clock_changed):
                pass
    answer.leave_out_quiet()
    assert answer.answer_clock.active_s == pytest.approx(5)


def test_a_discarded_draft_is_gone(
    qtbot: QtBot, answer: AnswerController, editor: FakeEditor, path: Path
) -> None:
    type_text(qtbot, answer, editor, "Not good")
    answer.discard()
    qtbot.waitUntil(lambda: kept_draft(path) is None)


def test_a_save_that_fails_is_said_and_the_next_one_tried(
    qtbot: QtBot, owner: QObject, clock: FakeClock, editor: FakeEditor, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "folder"
    in_the_way.write_text("a file where a folder is wanted")
    writer = JournalWriter(partial(Journal.open, in_the_way / "journal.sqlite"))
    controller = AnswerController(Later(lambda: writer), clock, owner)
    controller.set_editor(editor.read)
    controller.open(replace(fresh_draft(clock)), is_kept=False)
    controller.note_question(QUESTION_TEXT)
    with qtbot.waitSignal(controller.save_failed):
        editor.write("kept in the window")
        controller.note_key()
    in_the_way.unlink()
    in_the_way.mkdir()
    with qtbot.waitSignal(controller.draft_saved):
        controller.note_key()
    writer.close()
    assert kept_draft(in_the_way / "journal.sqlite") is not None
