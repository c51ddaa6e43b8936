"""Today as the index has it, before and after it took the journal in; how an answer is rated."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fake_clock import FakeClock
from past_practice import COVERED, KEY, MISSED, QUESTION

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.draft import Draft
from desktop.domain.mark import Mark, Verdict
from desktop.domain.question_digest import question_digest
from desktop.domain.rating import Rating
from desktop.journal.journal import Journal
from desktop.services.find_questions import FindQuestions
from desktop.services.read_practice import ReadPractice
from desktop.services.refresh_index import RefreshIndex


@dataclass
class Practice:
    """A question in a folder of its own, a journal and an index that were not read yet."""

    folder: Path
    now: datetime

    @property
    def journal(self) -> Path:
        return self.folder / "journal.sqlite"

    def answer(self, uuid: str, days_ago: int, *verdicts: Verdict) -> None:
        at = self.now - timedelta(days=days_ago)
        draft = Draft(
            question_key=KEY,
            digest=question_digest(QUESTION),
            text="Averaging lowers the variance.",
            started_at=at,
            saved_at=at,
            budget_s=600.0,
            active_s=500.0,
        )
        marks = [Mark(number, one) for number, one in enumerate(verdicts)]
        with Journal.open(self.journal) as journal:
            journal.seal(draft, sealed_at=at, uuid=uuid, question_text=QUESTION)
            journal.notes.put_marks(uuid, marks, at)

    def refresh(self) -> None:
        bank = Bank(find_sources(self.folder / "bank", self.folder / "own", self.folder / "packs"))
        RefreshIndex(bank, self.folder / "index", self.journal, lambda: self.now).refresh()

    def read(self) -> ReadPractice:
        index = self.folder / "index"
        find = FindQuestions(index, lambda: self.now)
        return ReadPractice(index, self.journal, find, lambda: self.now)


@pytest.fixture
def practice(tmp_path: Path, clock: FakeClock) -> Practice:
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / f"{KEY}.md").write_text(QUESTION, encoding="utf-8")
    Journal.open(tmp_path / "journal.sqlite").close()
    return Practice(tmp_path, clock.now())


def test_before_the_journal_was_taken_in_nothing_is_due_and_nothing_offered(
    practice: Practice,
) -> None:
    practice.answer("one", 60, COVERED, MISSED, MISSED)
    today = practice.read().today()
    assert not today.is_counted
    assert today.tasks == ()


def test_once_it_was_taken_in_what_is_due_is_there(practice: Practice) -> None:
    practice.answer("one", 60, COVERED, MISSED, MISSED)
    practice.refresh()
    today = practice.read().today()
    assert today.is_counted
    assert [(task.key, task.is_new) for task in today.tasks][:1] == [(KEY, False)]


def test_with_nothing_due_something_new_is_offered(practice: Practice) -> None:
    practice.refresh()
    today = practice.read().today()
    assert today.is_counted
    assert [(task.key, task.is_new) for task in today.tasks] == [(KEY, True)]


def test_an_answer_without_all_its_marks_waits_and_has_no_rating(practice: Practice) -> None:
    practice.answer("one", 60, COVERED)
    practice.refresh()
    read = practice.read()
    assert [one.attempt_uuid for one in read.today().unmarked] == ["one"]
    assert read.find_choices("one") is None
    assert read.find_choices("nobody's") is None


def test_a_better_rating_brings_an_answer_back_later(practice: Practice) -> None:
    practice.answer("one", 60, COVERED, COVERED, MISSED)
    choices = practice.read().find_choices("one")
    assert choices is not None
    assert not choices.is_own
    days = [choices.days[one] for one in Rating]
    assert days == sorted(days)
    assert days[0] < days[-1]
    with Journal.open(practice.journal) as journal:
        journal.reviews.rate_attempt("one", Rating.EASY, practice.now)
    own = practice.read().find_choices("one")
    assert own is not None
    assert (own.rating, own.is_own) == (Rating.EASY, True)
