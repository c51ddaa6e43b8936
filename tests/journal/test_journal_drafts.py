"""Drafts and their history."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journal_samples import NOON, a_draft, after

from desktop.domain.draft import DraftCopy
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with Journal.open(path) as opened:
        yield opened


def test_a_draft_comes_back_as_it_was_saved_after_closing(path: Path) -> None:
    draft = a_draft(text_at_budget="Ridge", revealed=("Key topics", "Sample answer"))
    with Journal.open(path) as journal:
        journal.save_draft(draft)
    with JournalReader.open(path) as reader:
        assert reader.find_draft(draft.question_key) == draft


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_any_text_comes_back_whole(journal: Journal, text: str) -> None:
    journal.save_draft(a_draft(text=text, text_at_budget=text), with_history=True)
    kept = journal.find_draft("ridge-as-shrinkage")
    assert kept is not None
    assert (kept.text, kept.text_at_budget) == (text, text)
    assert journal.draft_history("ridge-as-shrinkage")[-1].text == text


def test_half_an_emoji_does_not_keep_the_rest_from_being_saved(journal: Journal) -> None:
    journal.save_draft(a_draft(text="good \ud83d text"), with_history=True)
    kept = journal.find_draft("ridge-as-shrinkage")
    assert kept is not None
    assert kept.text == "good \N{REPLACEMENT CHARACTER} text"


def test_a_newer_save_takes_the_place_of_the_one_before(journal: Journal) -> None:
    journal.save_draft(a_draft(text="first"))
    newer = a_draft(text="first, second", saved_at=after(61), active_s=59.0, cursor=13)
    journal.save_draft(newer)
    assert journal.drafts() == (newer,)


def test_drafts_are_listed_with_the_one_saved_last_first(journal: Journal) -> None:
    for key, saved_at in (("a", after(2)), ("b", after(3)), ("c", after(1))):
        journal.save_draft(a_draft(key, saved_at=saved_at))
    assert [draft.question_key for draft in journal.drafts()] == ["b", "a", "c"]


def test_a_question_without_a_draft_has_none(journal: Journal) -> None:
    assert journal.find_draft("never-seen") is None
    assert journal.draft_history("never-seen") == ()


def test_history_keeps_the_copies_asked_for_in_order(journal: Journal) -> None:
    journal.save_draft(a_draft(text="a", saved_at=after(1), active_s=1), with_history=True)
    journal.save_draft(a_draft(text="ab", saved_at=after(2), active_s=2))
    journal.save_draft(a_draft(text="abc", saved_at=after(6), active_s=6), with_history=True)
    assert journal.draft_history("ridge-as-shrinkage") == (
        DraftCopy(after(1), 1.0, "a"),
        DraftCopy(after(6), 6.0, "abc"),
    )


def test_history_does_not_grow_while_the_text_stands_still(journal: Journal) -> None:
    for seconds in range(5):
        journal.save_draft(a_draft(text="same", saved_at=after(seconds)), with_history=True)
    assert len(journal.draft_history("ridge-as-shrinkage")) == 1


def test_a_discarded_draft_is_gone_with_its_history(journal: Journal) -> None:
    draft = a_draft()
    journal.save_draft(draft, with_history=True)
    journal.save_draft(a_draft("another"), with_history=True)
    journal.discard_draft(draft.question_key)
    assert journal.find_draft(draft.question_key) is None
    journal.save_draft(draft)
    assert journal.draft_history(draft.question_key) == ()
    assert len(journal.draft_history("another")) == 1


def test_discarding_a_draft_does_not_forget_what_was_opened(journal: Journal) -> None:
    journal.save_draft(a_draft(revealed=("Sample answer",)))
    journal.discard_draft("ridge-as-shrinkage")
    journal.save_draft(a_draft(revealed=()))
    kept = journal.find_draft("ridge-as-shrinkage")
    assert kept is not None
    assert kept.revealed == ("Sample answer",)


def test_moments_of_any_zone_are_kept_in_utc(journal: Journal) -> None:
    elsewhere = NOON.astimezone(timezone(timedelta(hours=-7)))
    journal.save_draft(a_draft(started_at=elsewhere))
    kept = journal.find_draft("ridge-as-shrinkage")
    assert kept is not None
    assert kept.started_at == NOON
    assert kept.started_at.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused_and_nothing_is_saved(journal: Journal) -> None:
    naive = datetime(2026, 11, 22)  # noqa: DTZ001 – the fault under test
    with pytest.raises(ValueError, match="UTC"):
        journal.save_draft(a_draft(revealed=("Key topics",), saved_at=naive))
    assert journal.drafts() == ()
    assert journal.activity() == {}
    journal.save_draft(a_draft())
    assert len(journal.drafts()) == 1


def test_a_reader_sees_each_save_and_cannot_be_in_its_way(journal: Journal, path: Path) -> None:
    with JournalReader.open(path) as reader:
        for text in ("one", "one two"):
            draft = a_draft(text=text)
            journal.save_draft(draft)
            assert reader.drafts() == (replace(draft),)


def test_a_copy_of_a_draft_is_small(journal: Journal, path: Path) -> None:
    text = "The gradient of the loss with respect to the weights. " * 200
    journal.save_draft(a_draft(text=text), with_history=True)
    with sqlite3.connect(path) as connection:
        (size,) = connection.execute("SELECT length(text_zlib) FROM draft_history").fetchone()
    connection.close()
    assert size < len(text) / 10
