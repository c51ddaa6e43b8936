"""Changes are seen by looking, a part at a time."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from desktop.bank.folder_stamps import FolderStamps


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    for name in ("a/1.md", "a/2.md", "b/1.md", ".hidden/1.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def frozen_s() -> float:
    return 0.0


def watch(folder: Path) -> FolderStamps:
    stamps = FolderStamps([str(folder)], frozen_s)
    assert stamps.look(1) == []
    return stamps


def test_nothing_is_seen_where_nothing_changes(bank: Path) -> None:
    assert watch(bank).look(1) == []


def test_text_written_into_a_file_is_seen_once(bank: Path) -> None:
    stamps = watch(bank)
    with (bank / "a" / "1.md").open("a") as file:
        file.write("more")
    assert stamps.look(1) == [str(bank / "a")]
    assert stamps.look(1) == []


def test_files_added_removed_and_renamed_are_seen(bank: Path) -> None:
    stamps = watch(bank)
    (bank / "b" / "new.md").write_text("x")
    assert stamps.look(1) == [str(bank / "b")]
    (bank / "b" / "new.md").rename(bank / "a" / "moved.md")
    assert set(stamps.look(1)) == {str(bank / "a"), str(bank / "b")}
    (bank / "a" / "moved.md").unlink()
    assert stamps.look(1) == [str(bank / "a")]


def test_folders_that_come_and_go_are_seen(bank: Path) -> None:
    stamps = watch(bank)
    (bank / "c").mkdir()
    (bank / "c" / "1.md").write_text("x")
    assert str(bank / "c") in stamps.look(1)
    away = bank.with_name("away")
    bank.rename(away)
    assert str(bank) in stamps.look(1)
    assert stamps.look(1) == []
    away.rename(bank)
    assert str(bank) in stamps.look(1)


def test_a_large_bank_is_looked_at_in_parts(bank: Path) -> None:
    for number in range(350):
        (bank / "a" / f"n{number}.md").write_text("x")
    seconds: Iterator[int] = count()
    stamps = FolderStamps([str(bank)], lambda: float(next(seconds)))
    looks = [stamps.look(1) for _ in range(12)]
    assert looks[0] == []
    assert [str(bank)] in looks, "the first round took several looks, so all is to be read"
    os.utime(bank / "b" / "1.md", ns=(1, 1))
    assert [str(bank / "b")] in [stamps.look(1) for _ in range(12)]
