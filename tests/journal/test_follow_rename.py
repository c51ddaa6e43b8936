"""A renamed question keeps its history."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journal_samples import NOON, QUESTION_TEXT, a_draft, after

from desktop.journal.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "journal.sqlite") as opened:
        yield opened


def test_drafts_attempts_stars_and_lists_follow(journal: Journal) -> None:
    journal.seal(a_draft("old"), sealed_at=NOON, uuid="one", question_text=QUESTION_TEXT)
    journal.save_draft(a_draft("old", text="Going on", revealed=("WHY",)), with_history=True)
    journal.collections.toggle_star("old", NOON)
    journal.collections.add_to_list("Friday", "old", uuid="list", at=NOON)

    journal.follow_rename("old", "new")

    assert [attempt.uuid for attempt in journal.attempts_of("new")] == ["one"]
    kept = journal.find_draft("new")
    assert kept is not None
    assert (kept.text, kept.revealed) == ("Going on", ("WHY",))
    assert [copy.text for copy in journal.draft_history("new")][-1:] == ["Going on"]
    assert set(journal.activity()) == {"new"}
    assert set(journal.collections.all().keys()) == {"new"}


def test_of_two_drafts_the_newer_goes_on_and_the_other_is_in_its_history(journal: Journal) -> None:
    journal.save_draft(a_draft("old", text="Earlier", saved_at=after(10)))
    journal.save_draft(a_draft("new", text="Later", saved_at=after(20)))
    journal.follow_rename("old", "new")
    assert [draft.text for draft in journal.drafts()] == ["Later"]
    assert [copy.text for copy in journal.draft_history("new")] == ["Earlier"]


def test_what_both_have_is_kept_once(journal: Journal) -> None:
    for key in ("old", "new"):
        journal.record_reveal(key, "WHY", NOON)
        journal.collections.toggle_star(key, NOON)
        journal.collections.add_to_list("Friday", key, uuid="list", at=NOON)
    journal.follow_rename("old", "new")
    assert journal.activity_of("new").revealed == ("WHY",)
    assert set(journal.collections.all().keys()) == {"new"}


def test_a_key_without_history_changes_nothing(journal: Journal) -> None:
    journal.save_draft(a_draft("new"))
    journal.follow_rename("old", "new")
    assert [draft.question_key for draft in journal.drafts()] == ["new"]
