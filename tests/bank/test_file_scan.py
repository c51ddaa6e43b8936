"""Only question files are found, whatever else lies in a folder."""

import os
import socket
from pathlib import Path

import pytest

from desktop.bank.file_scan import FoundFile, find_file, walk_files
from desktop.domain.problem import Problem


def be_told_nothing(problem: Problem) -> None:
    pytest.fail(str(problem))


def found(folder: Path) -> list[str]:
    files = walk_files(str(folder), be_told_nothing)
    return sorted(Path(file.path).relative_to(folder).as_posix() for file in files)


def write(path: Path, text: str = "Explain.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_markdown_files_are_found_at_any_depth_(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", "a/deep/er/d.MD", "README.md", "a/readme.md", "x.txt"):
        write(tmp_path / name)
    for hidden in (".git/e.md", ".f.md", "a/.g.md.1234.part"):
        write(tmp_path / hidden)
    (tmp_path / "folder.md").mkdir()
    assert found(tmp_path) == ["a/c.md", "a/deep/er/d.MD", "b.md"]


def test_a_found_file_has_its_id_size_and_time(tmp_path: Path) -> None:
    path = write(tmp_path / "ridge.md", "12345")
    os.utime(path, ns=(1, 2_000_000_001))
    (file,) = walk_files(str(tmp_path), be_told_nothing)
    assert file == FoundFile(str(path), 5, 2_000_000_001)
    assert file.id == "ridge"
    assert find_file(str(path)) == file
    assert find_file(str(tmp_path)) is None


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and sockets are made otherwise there")
def test_loops_pipes_sockets_and_links_to_nowhere_are_passed_over(tmp_path: Path) -> None:
    kept = write(tmp_path / "a" / "kept.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "nowhere.md").symlink_to(tmp_path / "gone.md")
    (tmp_path / "linked.md").symlink_to(kept)
    os.mkfifo(tmp_path / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        folder = os.open(tmp_path, os.O_RDONLY)
        try:
            listener.bind(f"/proc/self/fd/{folder}/socket.md")  # a short name for a long path
        finally:
            os.close(folder)
        assert found(tmp_path) == ["a/kept.md", "linked.md"]


def test_a_missing_folder_is_empty_and_no_problem(tmp_path: Path) -> None:
    assert list(walk_files(str(tmp_path / "gone"), be_told_nothing)) == []


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    not_a_folder = write(tmp_path / "pack")
    problems: list[Problem] = []
    assert list(walk_files(str(not_a_folder), problems.append)) == []
    (problem,) = problems
    assert str(problem).startswith(f"{not_a_folder}:1: this folder cannot be read: ")
