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


@pytest.mark.skipif(os.name == "nt", reason="links are made otherwise there")
def test_a_link_that_leads_out_of_the_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret" / "shadow")
    pack = tmp_path / "pack"
    kept = write(pack / "deep" / "kept.md")
    (pack / "shadow.md").symlink_to(secret)
    (pack / "within.md").symlink_to(kept)
    problems: list[Problem] = []
    files = [Path(file.path) for file in walk_files(str(pack), problems.append)]
    assert sorted(files) == [kept, pack / "within.md"]
    assert [problem.path for problem in problems] == [pack / "shadow.md"]
    assert find_file(str(pack / "shadow.md"), str(pack)) is None
    assert find_file(str(pack / "within.md"), str(pack)) is not None


@pytest.mark.skipif(os.name == "nt", reason="links are made otherwise there")
def test_below_a_folder_links_may_lead_as_far_as_its_root(tmp_path: Path) -> None:
    kept = write(tmp_path / "kept.md")
    deep = tmp_path / "deep"
    deep.mkdir()
    (deep / "twin.md").symlink_to(kept)
    (file,) = walk_files(str(deep), be_told_nothing, str(tmp_path))
    assert file.path == str(deep / "twin.md")


@pytest.mark.skipif(os.name == "nt", reason="links are made otherwise there")
def test_a_folder_that_is_a_link_itself_is_read(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.md")
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    (file,) = walk_files(str(tmp_path / "linked"), be_told_nothing)
    assert find_file(file.path, str(tmp_path / "linked")) == file
