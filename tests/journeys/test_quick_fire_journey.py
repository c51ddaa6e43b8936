"""One-minute questions in a row: answer, seal, mark three points, go on; then what was missed."""

import pytest
from person import Person
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QTextBrowser
from room import Room

QUICK = """---
title: {title}
category: Statistics
difficulty: easy
rounds: [phone-screen]
roles: [data-scientist]
minutes: 1
form: quick
---

What of {word} in 100 trials?

## What the interviewer expects

- (2) Names the variance of {word}.
  cues: variance of {word}
- (1) Names the mean of {word}.
  cues: mean of {word}
- (1) Says that $n$ trials of {word} are independent.
  cues: independent trials

## Sample answer

The variance of {word}, the mean of {word}, and independent trials.
"""
ANSWER = "The variance of coins or the variance of dice is 25."
TITLES = {"Coins tossed": "coins", "Dice thrown": "dice"}


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody in a bank of four long questions and two quick ones."""
    for title, word in TITLES.items():
        path = room.folders.shipped_questions / f"quick-{word}.md"
        path.write_text(QUICK.format(title=title, word=word), encoding="utf-8")
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 6)
    return person


def begins(person: Person) -> str:
    """Start quick-fire and wait for the first question; its title."""
    person.presses("Ctrl+Shift+R")
    person.waits_for(lambda: person.sees("quickFireStrip"))
    person.waits_for(lambda: person.question in TITLES and person.has_keys("editor"))
    return person.question


def answers(person: Person, *verdicts: str) -> None:
    """Write, seal, show the points by Enter, and mark them by keys."""
    person.types(ANSWER)
    person.presses("Ctrl+Return")
    person.reads("quickFireNext", "Show the points")
    person.presses("Return")
    person.waits_for(lambda: person.sees("pointText"))
    assert not person.sees("predictionStrip")
    for verdict in verdicts:
        person.presses(verdict)


def test_quick_questions_stand_behind_the_long_ones_and_are_found_alone(person: Person) -> None:
    assert person.titles[-2:] == ["Coins tossed", "Dice thrown"]
    person.presses("Ctrl+F")
    person.types("form:quick")
    person.waits_for(lambda: person.titles == ["Coins tossed", "Dice thrown"])
    person.reads("filterForm", "Form · 1")
    assert person.counts("form") == {"long": 4, "quick": 2}
    person.filters("form", "quick")
    person.waits_for(lambda: len(person.titles) == 6)


def test_a_surprise_is_a_long_question(person: Person) -> None:
    seen = [person.question]
    for _ in range(6):
        person.presses("Ctrl+R")
        person.waits_for(lambda: person.question != seen[-1])
        seen.append(person.question)
    assert TITLES.keys().isdisjoint(seen)


def test_a_run_goes_from_question_to_question_by_keys(room: Room, person: Person) -> None:
    first = begins(person)
    assert person.text("quickFireCount") == "1 of 2"
    assert person.text("clock") == "1:00"
    answers(person, "1", "3", "3")
    person.waits_for(lambda: person.has_keys("quickFireNext"))
    assert person.text("quickFireNext") == "Next"
    person.presses("Return")
    person.waits_for(lambda: person.question != first and person.has_keys("editor"))
    assert person.text("quickFireCount") == "2 of 2"
    assert person.widget(QProgressBar, "quickFireBar").value() == 1
    answers(person, "3", "3", "3")
    person.reads("quickFireNext", "Summary")
    person.presses("Return")
    person.waits_for(lambda: person.sees("quickFireSummary"))
    assert not person.sees("quickFireStrip")
    person.reads("quickFireTally", "2 of 2 answered, 1 of 6 points covered.")
    rows = person.finds(QAbstractButton, "quickFireOpenRow")
    assert rows[0].accessibleName() == first
    first_page, second_page = person.finds(QTextBrowser, "quickFireOpenPoints")
    assert f"Names the mean of {TITLES[first]}." in first_page.toPlainText()
    assert "Names the variance" not in first_page.toPlainText()
    assert "Names the variance" in second_page.toPlainText()
    assert len(room.attempts()) == 2
    rows[0].click()
    person.waits_for(lambda: person.question == first and not person.sees("quickFireSummary"))


def test_undo_takes_the_seal_back_and_skipping_leaves_a_draft(room: Room, person: Person) -> None:
    first = begins(person)
    person.types("Half an answer")
    person.presses("Ctrl+Return")
    person.reads("quickFireNext", "Show the points")
    person.presses("Ctrl+Shift+Return")
    person.waits_for(lambda: person.has_keys("editor"))
    assert person.text("quickFireNext") == "Skip"
    person.presses("Alt+Right")
    person.waits_for(lambda: person.question != first)
    person.waits_for(lambda: room.draft(f"quick-{TITLES[first]}") is not None)
    assert room.attempts() == ()


def test_escape_leaves_and_says_what_came_of_it(person: Person) -> None:
    begins(person)
    person.presses("Esc")
    person.waits_for(lambda: person.sees("quickFireSummary"))
    assert not person.sees("quickFireStrip")
    person.reads("quickFireTally", "0 of 2 answered, 0 of 0 points covered.")
    person.presses("Alt+Right")
    assert person.sees("quickFireSummary")
    person.presses("Esc")
    person.waits_for(lambda: person.sees("questionTitle"))


def test_only_quick_questions_of_the_search_are_asked(person: Person) -> None:
    person.presses("Ctrl+F")
    person.types("dice")
    person.waits_for(lambda: person.titles == ["Dice thrown"])
    assert begins(person) == "Dice thrown"
    assert person.text("quickFireCount") == "1 of 1"


def test_without_quick_questions_that_is_said(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 4)
    person.presses("Ctrl+Shift+R")
    person.waits_for(lambda: person.is_told("no quick questions yet"))
    assert not person.sees("quickFireStrip")
