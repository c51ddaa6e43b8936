"""What goes wrong around somebody who writes, and that it costs them nothing."""

from PySide6.QtCore import QTimer
from room import Room

FEED = "A ranker for a news feed"
MEDIAN = "Bootstrap interval of a median"


def slip() -> None:
    raise RuntimeError("a slip of the programmer")


def test_an_unforeseen_error_saves_the_answer_first(room: Room) -> None:
    room.expects_crash = True
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Half a thought")
    QTimer.singleShot(0, slip)
    person.waits_for(
        lambda: person.is_told("Something unexpected happened. Your answer is saved.")
    )
    draft = room.draft("a-ranker-for-a-news-feed")
    assert draft is not None
    assert draft.text == "Half a thought"
    assert "a slip of the programmer" in room.crash_log.read_text(encoding="utf-8")

    person.types(", finished")
    assert person.answer == "Half a thought, finished"


def test_a_question_deleted_meanwhile_is_said_and_the_open_one_stays(room: Room) -> None:
    person = room.open()
    person.reads("questionCount", "4 questions")
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Still here")
    (room.folders.shipped_questions / "bootstrap-interval-of-a-median.md").unlink()
    person.presses("Alt+Down")
    person.waits_for(lambda: person.is_told("bootstrap-interval-of-a-median"))
    person.waits_for(lambda: MEDIAN not in person.titles)
    assert (person.question, person.chosen_title) == (FEED, FEED)

    person.types(" and on")
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedView"))
    assert [attempt.text for attempt in room.attempts()] == ["Still here and on"]


def test_the_open_question_deleted_under_an_answer_can_still_be_answered(room: Room) -> None:
    person = room.open()
    person.reads("questionCount", "4 questions")
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Ask first")
    (room.folders.shipped_questions / "a-ranker-for-a-news-feed.md").unlink()
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedView"))
    assert [attempt.text for attempt in room.attempts()] == ["Ask first"]


def test_a_question_broken_meanwhile_is_shown_as_far_as_it_can_be_read(room: Room) -> None:
    person = room.open()
    person.reads("questionCount", "4 questions")
    person.waits_for(lambda: person.question == FEED)
    path = room.folders.shipped_questions / "bootstrap-interval-of-a-median.md"
    path.write_bytes(b"---\ntitle: [unclosed\n---\n\nWhat is left of it?\n")
    person.presses("Alt+Down")
    person.reads("prompt", "What is left of it?")
    person.presses("Ctrl+T")
    person.types("Enough")
    person.waits_for(lambda: room.draft("bootstrap-interval-of-a-median") is not None)


def test_a_broken_file_at_the_start_hides_no_good_one(room: Room) -> None:
    broken = room.folders.own_questions / "broken.md"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"---\ntitle: [unclosed\n---\n\nAny prompt\n")
    (broken.parent / "unreadable.md").write_bytes(b"\xff\xfe\x00 no text")
    person = room.open()
    person.waits_for(lambda: person.is_told("greenroom check"))
    person.waits_for(lambda: FEED in person.titles)


def test_a_question_deleted_between_two_starts_costs_no_answer(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Begun")
    room.close()
    (room.folders.shipped_questions / "a-ranker-for-a-news-feed.md").unlink()

    person = room.open()
    assert (person.question, person.answer) == (FEED, "Begun")
    person.waits_for(lambda: person.is_told("a-ranker-for-a-news-feed"))
    person.waits_for(lambda: FEED not in person.titles)
    person.presses("Ctrl+T", "Ctrl+End")
    person.types(" and ended")
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: [attempt.text for attempt in room.attempts()] == ["Begun and ended"])
    person.waits_for(lambda: person.sees("sealedView"))
