from pathlib import Path

import pytest
from cli_samples import Shell


@pytest.fixture
def answered(shell: Shell) -> Shell:
    for key, topic in (("momentum", "optimisation"), ("dropout", "regularisation")):
        shell.write_question(key, f"About {key}", topic)
        shell.answer(key)
    return shell


def test_it_ends_with_how_many_were_exported(answered: Shell) -> None:
    said = answered("export", "answers")
    folder = Path("answers").absolute()
    assert (said.code, said.out) == (0, f"2 of 2 exported to {folder}.\n")
    assert {path.name for path in folder.glob("*.md")} == {"momentum.md", "dropout.md"}
    assert answered("export", "answers").out.endswith(", 2 of them unchanged.\n")


@pytest.mark.parametrize(
    "query",
    [["topic:regularisation"], ["-topic:optimisation"], ["-momentum", "status:attempted"]],
)
def test_a_query_chooses(answered: Shell, query: list[str]) -> None:
    report = answered("export", "--json", "answers", *query).json()
    assert (report["total"], report["exported"]) == (1, ["dropout.md"])


def test_an_edited_file_is_said(answered: Shell) -> None:
    answered("export", "answers")
    Path("answers/dropout.md").write_text("mine", encoding="utf-8")
    said = answered("export", "answers")
    assert said.code == 0
    assert "1 of 2 exported" in said.out
    assert "dropout.md" in said.out
    assert answered("export", "answers", "--json").json()["kept_edited"] == ["dropout.md"]


def test_a_file_in_place_of_the_folder_is_told(answered: Shell) -> None:
    Path("answers").write_text("a file", encoding="utf-8")
    said = answered("export", "answers")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert "is a file, not a folder" in said.err


def test_an_export_verifies(answered: Shell) -> None:
    answered("export", "answers")
    said = answered("verify", "answers")
    assert (said.code, said.out) == (0, "2 files verified, 0 differ\n")


def test_a_changed_export_does_not_verify(answered: Shell) -> None:
    answered("export", "answers")
    Path("answers/dropout.md").write_text("mine", encoding="utf-8")
    Path("answers/momentum.md").unlink()
    said = answered("verify", "answers")
    assert said.code == 1
    assert "momentum.md: is gone" in said.out
    assert "dropout.md: was changed" in said.out
    assert said.out.endswith("2 files verified, 2 differ\n")
    assert answered("verify", "answers", "--json").json()["missing"] == ["momentum.md"]


def test_a_folder_without_an_export_is_told(shell: Shell) -> None:
    said = shell("verify", ".")
    assert said.code == 1
    assert "holds no export" in said.err
