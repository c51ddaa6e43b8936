import io
import sys
from pathlib import Path

import pytest
from cli_samples import Shell

PAGE = """\
Why dropout works

Explain why dropout – “noise” – reduces overfitting in a wide network.

Difficulty: Medium
Role: Machine Learning Engineer

What the interviewer expects
- Names the ensemble view
- Scales activations at test time

Follow-up questions
- What changes with batch normalisation?
"""


@pytest.fixture
def page() -> Path:
    path = Path("page.txt")
    path.write_text(PAGE, encoding="utf-8")
    return path


def own_files(shell: Shell) -> list[Path]:
    return sorted((shell.data / "questions").rglob("*.md"))


def test_a_dry_run_shows_the_question_and_saves_nothing(shell: Shell, page: Path) -> None:
    said = shell("import", str(page), "--dry-run")
    assert said.code == 0
    assert said.out.startswith("---\ntitle: Why dropout works\n")
    assert "## Follow-up questions\n" in said.out
    assert "Not found in the page: " in said.err
    assert own_files(shell) == []


def test_a_dry_run_as_json(shell: Shell, page: Path) -> None:
    found = shell("import", "--dry-run", "--json", str(page)).json()
    assert found["question"]["title"] == "Why dropout works"
    assert len(found["question"]["expectations"]) == 2
    assert isinstance(found["warnings"], list)
    assert "saved" not in found
    assert own_files(shell) == []


def test_it_saves_and_says_where(shell: Shell, page: Path) -> None:
    said = shell("import", str(page))
    (path,) = own_files(shell)
    assert said.out == f"Saved as {path}.\n"
    assert [row["key"] for row in shell("list", "pack:own", "--json").json()] == [path.stem]


def test_importing_twice_warns_and_makes_a_second_file(shell: Shell, page: Path) -> None:
    shell("import", str(page))
    (first,) = own_files(shell)
    before = first.read_bytes()
    said = shell("import", str(page))
    assert "in the bank already" in said.err
    assert len(own_files(shell)) == 2
    assert first.read_bytes() == before


def test_it_saves_to_another_folder(shell: Shell, page: Path) -> None:
    said = shell("import", str(page), "--to", "elsewhere/deep", "--json")
    (path,) = Path("elsewhere/deep").glob("*.md")
    assert Path(said.json()["saved"]).samefile(path)
    assert own_files(shell) == []
    assert shell("import", str(page), "--to", "elsewhere/deep").code == 0
    assert len(list(Path("elsewhere/deep").glob("*.md"))) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(shell: Shell, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = PAGE.replace("\n", "\r\n").encode(encoding)
    Path("page.txt").write_bytes(data)
    from_file = shell("import", "page.txt", "--dry-run", "--json").json()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    from_pipe = shell("import", "-", "--dry-run", "--json").json()
    assert "dropout – “noise” – reduces" in from_file["question"]["prompt"]
    assert from_pipe == from_file


def test_html(shell: Shell) -> None:
    Path("page.html").write_text(
        "<h1>Why dropout works</h1><p>Explain <b>dropout</b> in a wide network.</p>",
        encoding="utf-8",
    )
    question = shell("import", "page.html", "--dry-run", "--json").json()["question"]
    assert question["title"] == "Why dropout works"


@pytest.mark.parametrize("arguments", [["nowhere.txt"], ["."], ["empty.txt"]])
def test_what_cannot_be_imported_is_told_in_one_line(shell: Shell, arguments: list[str]) -> None:
    Path("empty.txt").write_text(" \n", encoding="utf-8")
    said = shell("import", *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("greenroom: ")
    assert said.err.count("\n") == 1
    assert own_files(shell) == []


def test_a_file_in_place_of_the_folder_is_told(shell: Shell, page: Path) -> None:
    said = shell("import", str(page), "--to", str(page))
    assert said.code == 1
    assert "could not be written" in said.err
    assert page.read_text(encoding="utf-8") == PAGE
