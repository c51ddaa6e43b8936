"""Backups, restoring and merging on the command line."""

from pathlib import Path

import pytest
from cli_samples import Shell
from PySide6.QtCore import QLockFile


@pytest.fixture
def written(shell: Shell) -> Shell:
    shell.write_question("ridge", "Ridge shrinks")
    shell.write_question("lasso", "Lasso selects")
    shell.answer("ridge")
    return shell


def attempts(shell: Shell) -> int:
    count: int = shell("backup", "--json").json()["attempts"]
    return count


def test_a_backup_goes_to_the_data_folder_or_to_a_new_file(written: Shell) -> None:
    said = written("backup")
    (made,) = (written.data / "backups").iterdir()
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{made}: 1 attempt, 0 drafts, 0 marks, 0 mock runs\n"
    assert written("backup", "mine.sqlite", "--json").json()["attempts"] == 1
    again = written("backup", "mine.sqlite")
    assert (again.code, "already" in again.err) == (1, True)


def test_a_backup_is_verified(written: Shell) -> None:
    written("backup", "mine.sqlite")
    said = written("verify", "mine.sqlite")
    assert (said.code, said.out) == (
        0,
        "mine.sqlite is sound: 1 attempt, 0 drafts, 0 marks, 0 mock runs\n",
    )
    assert written("verify", "mine.sqlite", "--json").json()["last_written_at"][:4] == "2026"
    content = bytearray(Path("mine.sqlite").read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    Path("mine.sqlite").write_bytes(content)
    said = written("verify", "mine.sqlite")
    assert (said.code, "damaged" in said.err) == (1, True)


def test_a_restore_keeps_what_it_replaces(written: Shell) -> None:
    written("backup", "mine.sqlite")
    written.answer("lasso")
    said = written("restore", "mine.sqlite", "--json")
    assert (said.code, said.json()["attempts"], attempts(written)) == (0, 1, 1)
    assert Path(said.json()["kept"]).exists()
    assert "2 attempts" in written("verify", said.json()["kept"]).out


def test_a_restore_is_refused_while_the_window_is_open(written: Shell) -> None:
    written("backup", "mine.sqlite")
    lock = QLockFile(str(written.data / "window.lock"))
    assert lock.tryLock(0)
    said = written("restore", "mine.sqlite")
    assert said.code == 1
    assert said.err.startswith("greenroom: Greenroom's window is open with this journal; nothing")
    lock.unlock()
    assert written("restore", "mine.sqlite").code == 0


def test_a_merge_adds_what_is_new_once(written: Shell, tmp_path: Path) -> None:
    other = Shell(tmp_path / "other", written.capsys)
    other.write_question("lasso", "Lasso selects")
    other.answer("lasso")
    theirs = str(other.data / "journal.sqlite")
    assert written("merge", theirs).out == "Added 1 attempt.\n"
    again = written("merge", theirs, "--json").json()
    assert (again["added"], again["changed"], attempts(written)) == ({}, False, 2)
    assert Path(again["backup"]).exists()


def test_a_merge_into_nothing_yet(shell: Shell, tmp_path: Path) -> None:
    other = Shell(tmp_path / "other", shell.capsys)
    other.write_question("lasso", "Lasso selects")
    other.answer("lasso")
    assert shell("merge", str(other.data / "journal.sqlite")).out == "Added 1 attempt.\n"


@pytest.mark.parametrize("command", ["merge", "restore"])
def test_what_is_no_journal_is_refused_in_one_line(written: Shell, command: str) -> None:
    Path("notes.txt").write_text("no journal", encoding="utf-8")
    said = written(command, "notes.txt")
    assert (said.code, said.err.count("\n"), "is not a journal" in said.err) == (1, 1, True)
    assert written(command, "missing.sqlite").code == 1
    assert attempts(written) == 1


def test_there_is_nothing_to_back_up_yet(shell: Shell) -> None:
    said = shell("backup")
    assert (said.code, "no journal" in said.err) == (1, True)
