"""From sealed answers to a folder of Markdown files."""

from pathlib import Path

from room import Room


def test_answers_leave_as_markdown_files(room: Room, tmp_path: Path) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    person.presses("Ctrl+T")
    person.types("Return visits")
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedView"))

    person.presses("Ctrl+Shift+E")
    assert len(room.dialogs.asked) == 1
    room.dialogs.folder = tmp_path / "answers"
    person.presses("Ctrl+Shift+E")
    person.waits_for(lambda: person.is_told("1 of 1 exported"))
    person.clicks("bannerAnswerClose")
    exported = (room.dialogs.folder / "a-ranker-for-a-news-feed.md").read_text(encoding="utf-8")
    assert "Return visits" in exported

    person.clicks("exportButton")
    person.waits_for(lambda: person.is_told("1 of them unchanged"))
    assert room.dialogs.asked[-1].endswith(str(room.dialogs.folder))
