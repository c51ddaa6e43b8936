"""Backups made without asking, and one that is restored."""

from PySide6.QtWidgets import QListWidget
from room import Room

from desktop.journal.backups import Backups
from desktop.journal.inspection import inspect_journal

FEED = "A ranker for a news feed"
KEY = "a-ranker-for-a-news-feed"


def test_what_was_written_is_backed_up_when_the_window_closes(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Kept twice")
    room.close()
    (made,) = Backups(room.folders.journal).all()
    assert inspect_journal(made.path).drafts == 1


def test_a_backup_is_tested_and_restored_at_the_next_start(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("First")
    room.close()
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T", "Ctrl+End")
    person.types(" and second")
    person.waits_for(lambda: "second" in str(room.draft(KEY)))
    person.presses("Ctrl+Alt+B")
    listed = person.widget(QListWidget, "backupList")
    person.waits_for(lambda: listed.count() == 1)
    person.clicks("backupTest")
    person.waits_for(lambda: "is sound: 0 attempts, 1 draft" in person.text("backupTold"))
    room.dialogs.agrees = True
    person.clicks("backupRestore")
    person.waits_for(lambda: person.is_told("at the next start"))
    assert "The journal of now is kept" in room.dialogs.asked[-1]
    room.close()

    person = room.open()
    assert person.is_told("Restored: 0 attempts, 1 draft")
    assert (person.question, person.answer) == (FEED, "First")
    assert len(list(room.folders.data.glob("journal.replaced-*.sqlite"))) == 1


def test_a_backup_is_made_when_it_is_asked_for(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+Alt+B")
    person.reads("backupTold", "No backup yet. The first comes a minute after the next change.")
    person.clicks("backupNow")
    listed = person.widget(QListWidget, "backupList")
    person.waits_for(lambda: listed.count() == 1)
    assert "0 attempts" in listed.item(0).text()


def test_a_damaged_journal_gives_way_to_its_backup_and_the_person_is_told(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Survives")
    room.close()
    room.folders.journal.write_bytes(b"\xa5" * 50_000)
    person = room.open()
    assert person.is_told("The journal was damaged, so the backup of")
    assert (person.question, person.answer) == (FEED, "Survives")


def test_a_full_disk_offers_to_save_elsewhere(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Too much for this disk")
    person.waits_for((room.folders.data / "reserve").exists)
    room.use_reserve()
    person.waits_for(lambda: person.is_told("room that Greenroom kept in reserve"))
    room.dialogs.new_file = room.folders.data / "elsewhere.md"
    person.clicks("bannerAnswerSaveelsewhere")
    person.waits_for(lambda: person.is_told("Your text is in"))
    assert room.dialogs.new_file.read_text(encoding="utf-8") == "Too much for this disk"
