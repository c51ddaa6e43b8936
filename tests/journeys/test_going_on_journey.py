"""Closing in the middle and going on."""

from room import Room

ANSWER = "Ask what the feed is for. Then\nmeasure return visits"


def test_the_same_question_text_cursor_and_clock_are_there_again(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question == "Bootstrap interval of a median")
    person.presses("Ctrl+T")
    person.types(ANSWER)
    person.presses("Up", "Home")
    room.clock.pass_s(9)
    person.types("First: ")
    room.clock.pass_s(3)
    room.close()

    room.clock.pass_s(3_600)
    person = room.open()
    assert person.question == "Bootstrap interval of a median"
    assert person.chosen_title == "Bootstrap interval of a median"
    assert person.answer == f"First: {ANSWER}"
    assert person.text("clock") == "9:48"
    person.types("yes, ")
    assert person.answer == f"First: yes, {ANSWER}"
    person.waits_for(lambda: person.counts("status") == {"drafted": 1, "new": 3})


def test_an_answer_to_another_question_waits_for_its_return(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    person.presses("Ctrl+T")
    person.types("Feed first")
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question == "Bootstrap interval of a median")
    person.waits_for(lambda: person.answer == "")
    person.presses("Alt+Up")
    person.waits_for(lambda: person.answer == "Feed first")


def test_closing_makes_a_seal_that_could_be_undone_final(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    person.presses("Ctrl+T")
    person.types("Done")
    person.presses("Ctrl+Return")
    room.close()
    assert [attempt.text for attempt in room.attempts()] == ["Done"]

    person = room.open()
    assert person.answer == ""
    person.waits_for(lambda: len(person.rows("attempts")) == 1)
