"""A written file is either the old one or the new one."""

import stat
from pathlib import Path

import pytest

from desktop.domain.errors import AppError
from desktop.files import remove_unfinished, replace_file


def test_content_replaces_what_was_there_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "answer.md"
    path.write_bytes(b"old")
    replace_file(path, b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "answer.md"
    replace_file(path, b"text")
    assert path.read_bytes() == b"text"


def test_a_link_still_points_to_its_file(tmp_path: Path) -> None:
    target = tmp_path / "kept" / "answer.md"
    replace_file(target, b"old")
    link = tmp_path / "answer.md"
    link.symlink_to(target)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_the_mode_of_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "answer.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_refusing_disk_is_told_in_plain_words_and_loses_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "answer.md"
    blocked.mkdir()
    (blocked / "inside").write_bytes(b"kept")
    with pytest.raises(AppError, match=r"answer\.md could not be written") as caught:
        replace_file(blocked, b"new")
    assert "may be written to" in caught.value.hint
    assert (blocked / "inside").read_bytes() == b"kept"
    assert list(tmp_path.iterdir()) == [blocked]


def test_what_a_write_cut_short_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left = (".answer.md.0a1b2c3d.part", ".copy.sqlite.0a1b2c3d.part-journal")
    kept = (".notes.part", "answer.md.0a1b2c3d.part", ".answer.md.0a1b2c3d.partly", "answer.md")
    for name in (*left, *kept):
        (tmp_path / name).write_bytes(b"text")
    remove_unfinished(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(kept)


def test_a_missing_folder_has_nothing_to_remove(tmp_path: Path) -> None:
    remove_unfinished(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []
