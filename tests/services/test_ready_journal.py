"""A damaged journal at the start: the newest good backup goes on, and nothing is thrown away."""

from pathlib import Path
from random import Random

import pytest
from journal_samples import NOON, QUESTION_TEXT, a_draft, after

from desktop.domain.errors import AppError
from desktop.journal.backups import Backups
from desktop.journal.damage import AT_ONCE_BYTES
from desktop.journal.inspection import inspect_journal
from desktop.journal.journal import Journal
from desktop.services.ready_journal import note_damage, ready_journal

BEFORE, SINCE = 30, 10


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with a backup of its first thirty answers and ten more since."""
    made = tmp_path / "journal.sqlite"
    answer(made, range(BEFORE))
    Backups(made).make(NOON)
    answer(made, range(BEFORE, BEFORE + SINCE))
    with Journal.open(made) as journal:
        journal.save_draft(a_draft("dropout", text="Since the backup"))
    return made


def answer(path: Path, numbers: range) -> None:
    with Journal.open(path) as journal:
        for number in numbers:
            draft = a_draft(f"question-{number}", text=f"Answer {number}. " + "word " * 200)
            journal.save_draft(draft, with_history=True)
            journal.seal(
                draft,
                sealed_at=after(number),
                uuid=f"attempt-{number:02}",
                question_text=QUESTION_TEXT,
            )


def uuids(path: Path) -> set[str]:
    with Journal.open(path) as journal:
        return {attempt.uuid for attempt in journal.attempts()}


EXPECTED = {f"attempt-{number:02}" for number in range(BEFORE)}


def damage(path: Path, random: Random, start: int, end: int) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(20):
        at = random.randrange(start, min(end, len(content)))
        content[at : at + 16] = random.randbytes(16)
    path.write_bytes(content)


def kept_files(path: Path) -> list[Path]:
    return sorted(path.parent.glob("journal.damaged-*.sqlite"))


def test_a_sound_journal_is_left_alone(path: Path) -> None:
    before = path.read_bytes()
    assert ready_journal(path, after(99)) == ""
    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", [*range(6), 47])
@pytest.mark.parametrize("start", [0, 4096, 40_000])
def test_random_damage_loses_nothing_of_the_backup(path: Path, seed: int, start: int) -> None:
    damage(path, Random(seed), start, 100 if start == 0 else 10**9)
    content = path.read_bytes()
    told = ready_journal(path, after(7200))
    assert inspect_journal(path).attempts >= BEFORE
    assert uuids(path) >= EXPECTED
    if told:
        assert told.startswith("The journal was damaged, so the backup of 22 November 2026")
        (kept,) = kept_files(path)
        assert kept.read_bytes() == content
        assert str(kept) in told
    assert ready_journal(path, after(7300)) == ""
    assert [one.name for one in path.parent.iterdir() if one.is_dir()] == ["backups"]


def test_what_was_written_since_is_saved_where_only_the_header_is_damaged(path: Path) -> None:
    path.write_bytes(b"\xa5" * 100 + path.read_bytes()[100:])
    told = ready_journal(path, after(7200))
    assert "except for 10 answers and 1 draft that could be saved" in told
    assert len(uuids(path)) == BEFORE + SINCE
    with Journal.open(path) as journal:
        assert journal.drafts()[0].text == "Since the backup"


@pytest.mark.parametrize("seed", range(6))
def test_damage_in_what_a_killed_window_left_beside_the_journal(path: Path, seed: int) -> None:
    with Journal.open(path) as journal:
        for number in range(20):
            journal.save_draft(a_draft(f"late-{number}"))
        killed = path.parent / "killed" / path.name
        killed.parent.mkdir()
        for file in path.parent.glob("journal.sqlite*"):
            killed.with_name(file.name).write_bytes(file.read_bytes())
    backups = killed.parent / "backups"
    (path.parent / "backups").rename(backups)
    damage(killed.with_name("journal.sqlite-wal"), Random(seed), 0, 10**9)
    ready_journal(killed, after(7200))
    assert uuids(killed) >= EXPECTED


def test_a_damaged_backup_is_passed_over(path: Path) -> None:
    worse = Backups(path).make(after(7200)).path
    worse.write_bytes(worse.read_bytes()[:20_000])
    path.write_bytes(b"\xa5" * 20_000)
    told = ready_journal(path, after(9999))
    assert "the backup of 22 November 2026" in told
    assert uuids(path) == EXPECTED


def test_without_a_backup_what_can_be_read_goes_on(path: Path) -> None:
    for backup in Backups(path).all():
        backup.path.unlink()
    content = bytearray(path.read_bytes())
    content[-8192:] = b"\xa5" * 8192
    path.write_bytes(content)
    told = ready_journal(path, after(7200))
    assert "there is no backup" in told
    assert len(uuids(path)) > SINCE


def test_without_a_backup_and_anything_readable_nothing_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    path.write_bytes(b"My notes on ridge regression.\n" * 300)
    before = path.read_bytes()
    assert ready_journal(path, NOON) == ""
    assert path.read_bytes() == before
    with pytest.raises(AppError, match="is not a journal"):
        Journal.open(path)


def test_a_large_journal_is_checked_later_and_mended_at_the_next_start(path: Path) -> None:
    with Journal.open(path) as journal:
        journal.save_draft(a_draft("long", text="word " * (AT_ONCE_BYTES // 4)))
    assert not note_damage(path)
    content = bytearray(path.read_bytes())
    content[40_960:49_152] = b"\xa5" * 8192
    path.write_bytes(content)
    assert ready_journal(path, after(1)) == ""
    assert note_damage(path)
    assert "the backup of" in ready_journal(path, after(2))
    assert uuids(path) >= EXPECTED
    assert ready_journal(path, after(3)) == ""
