"""Question files are changed in another program while the window is open."""

import pytest
from person import Person
from room import Room

FEED = "A ranker for a news feed"
FEED_FILE = "a-ranker-for-a-news-feed.md"


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody who reads the first question."""
    person = room.open()
    person.reads("questionCount", "4 questions")
    person.waits_for(lambda: person.question == FEED)
    return person


def test_an_edited_file_shows_in_list_and_page_and_the_answer_stays(
    room: Room, person: Person
) -> None:
    person.presses("Ctrl+T")
    person.types("Mine")
    file = room.folders.shipped_questions / FEED_FILE
    file.write_text(file.read_text(encoding="utf-8").replace(FEED, "Another ranker"))
    person.waits_for(lambda: person.question == "Another ranker")
    person.waits_for(lambda: "Another ranker" in person.titles)
    assert person.answer == "Mine"


def test_added_and_removed_files_show_in_the_list(room: Room, person: Person) -> None:
    added = room.folders.own_questions / "mine.md"
    added.parent.mkdir(parents=True, exist_ok=True)
    added.write_text("---\ntitle: One of my own\n---\n\nWhy?\n")
    person.waits_for(lambda: "One of my own" in person.titles)
    added.unlink()
    person.waits_for(lambda: "One of my own" not in person.titles)


def test_an_answer_follows_its_renamed_question(room: Room, person: Person) -> None:
    person.presses("Ctrl+T")
    person.types("Mine")
    person.waits_for(lambda: room.draft("a-ranker-for-a-news-feed") is not None)
    file = room.folders.shipped_questions / FEED_FILE
    says = "---\nformerly: [feed, a-ranker-for-a-news-feed]\n"
    text = file.read_text(encoding="utf-8").replace("---\n", says, 1).replace(FEED, "Feeds")
    file.unlink()
    file.with_name("feed-ranking.md").write_text(text, encoding="utf-8")
    person.waits_for(lambda: person.question == "Feeds")
    assert person.answer == "Mine"
    person.types("!")
    person.waits_for(lambda: (kept := room.draft("feed-ranking")) is not None and "!" in kept.text)
    assert room.draft("a-ranker-for-a-news-feed") is None


def test_a_removed_question_is_said_and_its_answer_stays(room: Room, person: Person) -> None:
    person.presses("Ctrl+T")
    person.types("Mine")
    (room.folders.shipped_questions / FEED_FILE).unlink()
    person.waits_for(lambda: person.is_told("is not in the bank any more"))
    assert person.answer == "Mine"


def test_a_deleted_index_is_made_anew_beside_the_work(room: Room, person: Person) -> None:
    room.folders.index.unlink()
    person.waits_for(room.folders.index.exists)
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question != FEED)
    person.waits_for(lambda: len(person.titles) == 4)
