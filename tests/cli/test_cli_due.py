"""What is due, as a list and as JSON."""

from datetime import UTC, datetime, timedelta

import pytest
from cli_samples import GOOD, Shell

from desktop.domain.draft import Draft
from desktop.domain.mark import Mark, Verdict
from desktop.domain.question_digest import question_digest
from desktop.domain.review import ReviewDay
from desktop.journal.journal import Journal

A_MONTH_AGO = datetime.now(UTC) - timedelta(days=30)


def answer(journal: Journal, key: str, title: str, verdict: Verdict) -> None:
    """An answer of a month ago, marked at once."""
    text = GOOD.format(title=title, topic="momentum")
    journal.keep_question_text(text)
    draft = Draft(
        question_key=key,
        digest=question_digest(text),
        text="Because.",
        started_at=A_MONTH_AGO,
        saved_at=A_MONTH_AGO,
        budget_s=900.0,
        active_s=300.0,
    )
    journal.seal(draft, sealed_at=A_MONTH_AGO, uuid=key, question_text=text)
    journal.notes.put_marks(key, [Mark(0, verdict, end=3)], A_MONTH_AGO)


@pytest.fixture
def practised(shell: Shell) -> Shell:
    """One question missed and one covered a month ago; what was covered is suspended."""
    shell.write_question("momentum", "Momentum in a ravine")
    shell.write_question("warmup", "Warm-up of the learning rate")
    with Journal.open(shell.data / "journal.sqlite") as journal:
        answer(journal, "momentum", "Momentum in a ravine", Verdict.MISSED)
        answer(journal, "warmup", "Warm-up of the learning rate", Verdict.COVERED)
        day = ReviewDay("warmup", "", None, datetime.now(UTC), is_suspended=True)
        journal.reviews.set_days([day])
    return shell


def test_on_a_fresh_machine_nothing_is_due(shell: Shell) -> None:
    assert shell("due").out == "Nothing is due today.\n"
    assert shell("due", "--json").json()["due"] == []


def test_the_question_and_its_missed_point_are_due(practised: Shell) -> None:
    *rows, told = practised("due").out.splitlines()
    assert [row.split()[0] for row in rows] == ["question", "point"]
    assert all("Momentum in a ravine" in row for row in rows)
    assert told == "2 things are due, about 15 min."


def test_json_says_the_same(practised: Shell) -> None:
    said = practised("due", "--json").json()
    assert said["count"] == 2
    assert said["minutes"] == 15
    due = (A_MONTH_AGO + timedelta(days=1)).astimezone().date().isoformat()
    whole, point = said["due"]
    assert whole == {
        "kind": "question",
        "key": "momentum",
        "title": "Momentum in a ravine",
        "point": None,
        "due": due,
        "minutes": 15.0,
    }
    assert (point["kind"], point["point"], point["minutes"]) == ("point", "Says why.", 2.0)


def test_the_list_says_the_same(practised: Shell) -> None:
    assert [row["key"] for row in practised("list", "--json", "status:due").json()] == ["momentum"]
