"""The first start on a machine: something to practise, and ready to write."""

from shutil import rmtree

from room import Room


def test_the_first_start_shows_a_question_and_takes_an_answer(room: Room) -> None:
    person = room.open()
    person.reads("questionCount", "4 questions")
    assert person.titles == [
        "A ranker for a news feed",
        "Bootstrap interval of a median",
        "Dropout at test time",
        "Ridge as shrinkage",
    ]
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    assert person.text("clock") == "45:00"

    person.presses("Ctrl+T")
    person.types("The feed")
    assert person.answer == "The feed"
    room.clock.pass_s(7)
    person.reads("clock", "44:53")
    person.reads("savedSign", "Saved")


def test_an_empty_bank_says_what_to_do_and_takes_no_answer_that_would_be_lost(room: Room) -> None:
    rmtree(room.folders.shipped_questions)
    person = room.open()
    assert person.text("listEmpty").startswith("Reading")
    person.reads("listEmpty", "No questions yet. Press Ctrl+Shift+I to import one.")
    person.presses("Ctrl+T")
    person.clicks_into("editor")
    person.types("The feed")
    assert person.answer == ""
    assert not person.can_click("sealButton")
