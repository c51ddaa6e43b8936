"""The first start on a machine: something to practise, and ready to write."""

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
