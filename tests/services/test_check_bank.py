"""A broken file never hides the good ones."""

from pathlib import Path

import pytest

from desktop.bank.file_reading import MOST_BYTES
from desktop.domain.errors import AppError
from desktop.services.check_bank import check_paths

GOOD = (
    "---\ntitle: A\nrelated: [{related}]\n---\nExplain.\n\n## What the interviewer expects\n"
    "- (1) One.\n\n## Sample answer\nSo.\n"
)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_problem_of_every_file_is_told_in_order(tmp_path: Path) -> None:
    write(tmp_path / "a.md", GOOD.format(related="c"))
    write(tmp_path / "b.md", "---\ntitle: Bias: why\n---\nExplain.\n")
    write(tmp_path / "c.md", GOOD.format(related="elsewhere"))
    write(tmp_path / "d.md", "x" * (MOST_BYTES + 1))
    found = check_paths([tmp_path], known_ids={"elsewhere"})
    assert found.file_count == 4
    assert [(problem.path.name, problem.line) for problem in found.problems] == [
        ("b.md", 1),
        ("b.md", 1),
        ("b.md", 2),
        ("d.md", 1),
    ]
    assert list(found.problems) == sorted(found.problems)


def test_a_single_file_may_be_checked(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", GOOD.format(related="gone"))
    (problem,) = check_paths([path]).problems
    assert str(problem) == f"{path}:3: `gone` is no question here; use one of a"


def test_two_files_of_one_id_in_a_pack_are_told(tmp_path: Path) -> None:
    first = write(tmp_path / "pack" / "x" / "a.md", GOOD.format(related=""))
    second = write(tmp_path / "pack" / "y" / "a.md", GOOD.format(related=""))
    (problem,) = check_paths([tmp_path / "pack"]).problems
    assert str(problem) == f"{second}:1: the id `a` is taken by {first}; rename one of the two"
    assert check_paths([first.parent, second.parent]).problems == ()


def test_only_the_shipped_bank_has_a_closed_vocabulary(tmp_path: Path) -> None:
    write(tmp_path / "shipped" / "a.md", GOOD.format(related=""))
    assert check_paths([tmp_path / "shipped"]).problems == ()
    problems = check_paths([tmp_path / "shipped"], shipped=tmp_path / "shipped").problems
    assert any("there is no `category`" in problem.message for problem in problems)


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="no file or folder"):
        check_paths([tmp_path / "gone"])


def test_remarks_are_no_problems(tmp_path: Path) -> None:
    write(tmp_path / "a.md", GOOD.format(related="").replace("One.", "Clear thinking."))
    found = check_paths([tmp_path])
    assert found.problems == ()
    assert [(one.path.name, one.line) for one in found.remarks] == [("a.md", 7), ("a.md", 8)]


def test_an_imported_page_is_left_as_it_came(tmp_path: Path) -> None:
    written = GOOD.format(related="") + "A sentence of ten words that stands in both files here.\n"
    pasted = written.replace("title", "source: pasted 2026-11-22\ntitle")
    for name in ("a", "b"):
        write(tmp_path / "pasted" / f"{name}.md", pasted)
        write(tmp_path / "written" / f"{name}.md", written)
    assert check_paths([tmp_path / "pasted"]).remarks == ()
    told = [remark.message for remark in check_paths([tmp_path / "written"]).remarks]
    assert any("stands nearly so in a.md" in message for message in told)


def test_a_shipped_point_needs_cues(tmp_path: Path) -> None:
    write(tmp_path / "a.md", GOOD.format(related=""))
    problems = check_paths([tmp_path], shipped=tmp_path).problems
    assert any("no point has cues" in problem.message for problem in problems)


def test_a_folder_with_a_map_is_held_against_it(tmp_path: Path) -> None:
    write(tmp_path / "map.toml", "size = 2\n[difficulty]\neasy = 1\nhard = 1\n")
    for name in "abcdefgh":
        own = GOOD.format(related="").replace("title", "difficulty: easy\ntitle")
        write(tmp_path / f"{name}.md", own.replace("One.", f"Names {name}.\n  cues: {name}"))
    found = check_paths([tmp_path])
    (one,) = found.coverages
    assert [(row.value, row.count) for row in one.coverage.rows] == [("easy", 8), ("hard", 0)]
    wants = "the map wants about 4"
    assert [(one.line, one.message) for one in found.remarks] == [
        (3, f"8 questions have difficulty `easy`, {wants}; too many"),
        (4, f"0 questions have difficulty `hard`, {wants}; too few"),
    ]
    assert check_paths([tmp_path / "a.md"]).coverages == ()


def test_a_broken_map_is_a_problem_and_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path / "map.toml", "size = much")
    write(tmp_path / "a.md", "---\ntitle: A: B\n---\nExplain.\n")
    found = check_paths([tmp_path])
    assert {problem.path.name for problem in found.problems} == {"a.md", "map.toml"}


def test_the_shipped_bank_is_clean() -> None:
    shipped = Path(__file__).parents[2] / "questions"
    found = check_paths([shipped], shipped=shipped)
    assert found.file_count > 0
    assert list(map(str, found.problems)) == []
    assert list(map(str, found.remarks)) == []
    (one,) = found.coverages
    assert one.coverage.question_count + one.coverage.quick_count == found.file_count
