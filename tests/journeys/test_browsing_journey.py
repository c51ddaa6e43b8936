"""Finding a question in the list."""

import pytest
from person import Person
from PySide6.QtWidgets import QListView, QMenu
from room import Room

from desktop.ui.question_rows import GROUP_ROLE

FEED = "A ranker for a news feed"
MEDIAN = "Bootstrap interval of a median"
DROPOUT = "Dropout at test time"
RIDGE = "Ridge as shrinkage"


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody before a filled list."""
    person = room.open()
    person.reads("questionCount", "4 questions")
    person.waits_for(lambda: person.question == FEED)
    return person


def test_typing_narrows_the_list_and_escape_widens_it(person: Person) -> None:
    person.presses("Ctrl+F")
    person.types("regularization")
    person.waits_for(lambda: person.titles == [RIDGE, DROPOUT])
    person.types(" photo")
    person.waits_for(lambda: person.titles == [DROPOUT])
    person.reads("questionCount", "1 question")
    person.types(" zebra")
    person.waits_for(lambda: person.titles == [])
    person.waits_for(lambda: person.text("listEmpty").startswith("Nothing matches"))
    person.presses("Esc")
    person.waits_for(lambda: len(person.titles) == 4)


def test_filters_combine_and_show_counts(person: Person) -> None:
    person.waits_for(lambda: person.counts("difficulty") == {"easy": 1, "medium": 2, "hard": 1})
    person.filters("difficulty", "medium")
    person.waits_for(lambda: person.titles == [DROPOUT, RIDGE])
    person.waits_for(lambda: person.counts("round") == {"ml-breadth": 2, "phone-screen": 1})
    person.filters("round", "phone-screen")
    person.waits_for(lambda: person.titles == [RIDGE])
    person.reads("filterRound", "Round · 1")

    person.clicks("filterClear")
    person.waits_for(lambda: len(person.titles) == 4)
    person.waits_for(lambda: not person.sees("filterClear"))


def test_the_order_is_remembered(room: Room, person: Person) -> None:
    person.chooses("sort", "Minutes")
    person.waits_for(lambda: person.titles == [MEDIAN, DROPOUT, RIDGE, FEED])
    room.close()

    person = room.open()
    assert person.titles == [MEDIAN, DROPOUT, RIDGE, FEED]


def test_groups_are_chosen_headed_and_remembered(room: Room, person: Person) -> None:
    person.clicks("groupBy")
    menu = person.widget(QMenu, "groupMenu")
    next(one for one in menu.actions() if one.text() == "Group by category").trigger()
    menu.close()
    person.waits_for(lambda: person.titles == [RIDGE, DROPOUT, FEED, MEDIAN])
    groups = ["Classical machine learning", "Deep learning", "ML system design", "Statistics"]
    person.waits_for(lambda: headings(person) == groups)
    room.close()

    person = room.open()
    assert headings(person) == groups


def headings(person: Person) -> list[str]:
    """The titles of groups above the rows, "" for a row that begins none."""
    model = person.widget(QListView, "questionList").model()
    return [str(model.index(row, 0).data(GROUP_ROLE)) for row in range(model.rowCount())]


def test_keys_lead_to_the_next_and_previous_question(person: Person) -> None:
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question == MEDIAN)
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question == DROPOUT)
    person.presses("Alt+Up")
    person.waits_for(lambda: person.question == MEDIAN)
    assert person.chosen_title == MEDIAN


def test_a_random_question_is_one_of_those_found(person: Person) -> None:
    person.presses("Ctrl+F")
    person.types("singular")
    person.waits_for(lambda: person.titles == [RIDGE])
    person.presses("Ctrl+R")
    person.waits_for(lambda: person.question == RIDGE)


def test_a_click_in_the_list_and_one_on_a_related_question_lead_there(person: Person) -> None:
    person.clicks_row(DROPOUT)
    person.waits_for(lambda: person.question == DROPOUT)
    person.waits_for(lambda: person.rows("related")[:1] == [RIDGE])
    person.clicks_link("related", RIDGE)
    person.waits_for(lambda: person.question == RIDGE)
    assert person.chosen_title == RIDGE
