"""Today's page: what is due is said everywhere alike, put off by keys, begun by one."""

from datetime import date

import pytest
from past_practice import (
    BAGGED_TREE,
    COVERED,
    KEY,
    MISSED,
    answered,
    put_bagged_tree,
)
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from room import Room

from desktop.domain.rating import Rating
from desktop.journal.journal_reader import JournalReader

DAY_S = 24 * 60 * 60
NEXT_MINUTE_MS = 60_000


def opens_today(person: Person) -> None:
    """Go to today's page by its key."""
    person.presses("Ctrl+7")
    person.waits_for(lambda: person.sees("todayPage") and person.text("todaySummary") != "")


def tasks(person: Person, name: str = "todayTasks") -> list[str]:
    """What is told of each task, from the top."""
    rows = person.widget(QListWidget, name)
    told = Qt.ItemDataRole.AccessibleTextRole
    return [str(rows.item(row).data(told)) for row in range(rows.count())]


def enters(room: Room) -> Person:
    """Open the window on a bank of five questions."""
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 5)
    return person


@pytest.fixture(autouse=True)
def _five_questions(room: Room) -> None:
    put_bagged_tree(room)


def test_with_nothing_due_something_new_is_offered_and_opened_by_enter(room: Room) -> None:
    person = enters(room)
    assert person.text("dueButton") == "Today"
    opens_today(person)
    told = "Sunday 22 November. Nothing is due. Here is something new."
    assert person.text("todaySummary") == told
    (offered,) = tasks(person)
    person.presses("Return")
    person.waits_for(lambda: not person.sees("todayPage"))
    person.waits_for(lambda: offered.startswith(f"{person.question}, New question, "))
    person.waits_for(lambda: person.has_keys("editor"))


def test_a_missed_point_comes_back_the_next_day_and_every_place_says_so(room: Room) -> None:
    answered(room, KEY, 0, MISSED, COVERED, COVERED)
    person = enters(room)
    person.clicks_row(BAGGED_TREE)
    person.reads("questionTitle", BAGGED_TREE)
    person.reads(
        "questionHistory", "1 attempt  ·  last on 22 Nov 2026, 50% covered  ·  due tomorrow"
    )
    assert person.text("dueButton") == "Today"
    room.close()

    room.clock.pass_s(DAY_S)
    person = enters(room)
    person.reads("dueButton", "Today  ·  2 due")
    person.presses("Ctrl+F")
    person.types("status:due")
    person.waits_for(lambda: person.titles == [BAGGED_TREE])
    person.clicks_row(BAGGED_TREE)
    person.reads(
        "questionHistory", "1 attempt  ·  last on 22 Nov 2026, 50% covered  ·  due with 1 point"
    )
    opens_today(person)
    person.reads("todaySummary", "Monday 23 November. 2 things to do, about 10 min.")
    assert tasks(person) == [
        f"{BAGGED_TREE}, Whole question  ·  due today, 10 min",
        f"{BAGGED_TREE}, Missed point  ·  due today, 2 min",
    ]
    assert person.has_keys("todayTasks")


def test_the_next_day_comes_while_the_window_is_open(room: Room) -> None:
    answered(room, KEY, 0, MISSED, MISSED, MISSED)
    person = enters(room)
    opens_today(person)
    assert person.text("todaySummary").startswith("Sunday 22 November. Nothing is due.")
    room.clock.pass_s(DAY_S)
    person.lets_timers_fire(NEXT_MINUTE_MS)
    person.reads("dueButton", "Today  ·  4 due")
    person.reads("todaySummary", "Monday 23 November. 4 things to do, about 10 min.")
    person.waits_for(lambda: person.counts("status").get("due") == 1)
    assert person.counts("status")["weak"] == 1


def test_tasks_are_put_off_by_keys(room: Room) -> None:
    answered(room, KEY, 3, MISSED, MISSED, MISSED, rating=Rating.EASY)
    person = enters(room)
    opens_today(person)
    person.waits_for(lambda: len(tasks(person)) == 3)
    person.presses("T")
    person.waits_for(lambda: len(tasks(person)) == 2)
    person.reads("dueButton", "Today  ·  2 due")
    assert person.has_keys("todayTasks")
    person.presses("D")
    assert room.dialogs.asked == ["See it again: On which day? [2026-11-29, from 2026-11-22]"]
    assert len(tasks(person)) == 2
    room.dialogs.day = date(2026, 12, 1)
    person.presses("D")
    person.waits_for(lambda: len(tasks(person)) == 1)
    person.presses("S")
    person.waits_for(lambda: person.is_told(f"Suspended: {BAGGED_TREE}"))
    person.waits_for(lambda: ["New question" in one for one in tasks(person)] == [True])
    person.reads("dueButton", "Today")
    person.clicks("bannerAnswerTakeitback")
    person.waits_for(lambda: ["New question" in one for one in tasks(person)] == [False])
    person.reads("dueButton", "Today  ·  1 due")
    with JournalReader.open(room.folders.journal) as reader:
        days = reader.reviews.days_of(KEY).values()
    assert sorted((str(day.see_on), day.is_suspended) for day in days) == [
        ("2026-11-23", False),
        ("2026-12-01", False),
        ("None", False),
    ]


def test_a_question_is_suspended_and_seen_again_on_a_day(room: Room) -> None:
    answered(room, KEY, 3, MISSED, COVERED, COVERED)
    person = enters(room)
    person.clicks_row(BAGGED_TREE)
    history = "1 attempt  ·  last on 19 Nov 2026, 50% covered  ·  "
    person.reads("questionHistory", f"{history}due with 1 point")
    person.presses("Ctrl+Alt+S")
    person.reads("questionHistory", f"{history}reviews suspended")
    person.reads("dueButton", "Today")
    room.dialogs.day = date(2026, 11, 25)
    person.presses("Ctrl+Alt+D")
    person.reads("questionHistory", f"{history}due in 3 days")
    person.presses("Ctrl+Alt+S")
    person.reads("questionHistory", f"{history}reviews suspended")
    person.presses("Ctrl+Alt+S")
    person.reads("questionHistory", f"{history}due with 1 point")
    person.reads("dueButton", "Today  ·  2 due")


def test_a_question_without_an_answer_has_nothing_to_suspend(room: Room) -> None:
    person = enters(room)
    person.presses("Ctrl+Alt+D", "Ctrl+Alt+S")
    assert room.dialogs.asked == []


def test_ways_back_from_the_page(room: Room) -> None:
    person = enters(room)
    for key in ("Ctrl+7", "Esc", "Ctrl+F"):
        opens_today(person)
        person.presses(key)
        person.waits_for(lambda: not person.sees("todayPage") and person.sees("questionTitle"))
    opens_today(person)
    person.clicks("todayClose")
    person.waits_for(lambda: not person.sees("todayPage"))


def test_the_button_leads_there_and_back(room: Room) -> None:
    person = enters(room)
    person.clicks("dueButton")
    person.waits_for(lambda: person.sees("todayPage"))
    person.clicks("dueButton")
    person.waits_for(lambda: person.sees("questionTitle"))


def test_an_answer_not_compared_yet_is_compared_from_here(room: Room) -> None:
    answered(room, KEY, 1)
    person = enters(room)
    opens_today(person)
    person.waits_for(lambda: person.rows("todayAnswers") == [BAGGED_TREE])
    person.clicks_link("todayAnswers", BAGGED_TREE)
    person.waits_for(lambda: person.sees("comparePane"))
    assert person.question == BAGGED_TREE


def test_practice_begun_on_the_page_shows_the_panes(room: Room) -> None:
    person = enters(room)
    opens_today(person)
    person.presses("Ctrl+Alt+M")
    person.waits_for(lambda: person.sees("mockSetup"))
    templates = person.widget(QListWidget, "mockTemplates")
    (item,) = templates.findItems("System design", Qt.MatchFlag.MatchStartsWith)
    templates.setCurrentItem(item)
    person.clicks("mockBegin")
    person.waits_for(lambda: person.sees("mockPane"))
    assert not person.sees("todayPage")


def test_an_interview_is_added_by_keys_and_a_plan_is_made(room: Room) -> None:
    answered(room, KEY, 3, MISSED, COVERED, COVERED)
    person = enters(room)
    opens_today(person)
    assert person.sees("todayNoInterview")
    assert not person.sees("todayMinutes")
    person.tabs_to("todayAddInterview")
    person.presses("Space")
    person.waits_for(lambda: person.has_keys("interviewDay"))
    person.tabs_to("interviewCompany")
    person.types("Acme")
    person.tabs_to("interviewRound-phone-screen")
    person.presses("Space")
    person.presses("Return")
    person.waits_for(lambda: len(person.rows("todayInterviews")) == 1)
    assert person.rows("todayInterviews")[0].startswith("Acme, Sunday 6 December")
    person.waits_for(lambda: person.sees("todayPlan"))
    assert "ready on the day without more work" in person.rows("todayInterviews")[0]
    assert not person.sees("todayNoInterview")
