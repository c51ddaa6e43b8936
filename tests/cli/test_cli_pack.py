from pathlib import Path

import pytest
from cli_samples import Shell
from pack_samples import make_folder, make_zip, question_text


@pytest.fixture
def layers() -> Path:
    return make_folder(Path("layers"), {"a.md": question_text("A"), "b.md": question_text("B")})


def packed(shell: Shell) -> list[str]:
    return [row["key"] for row in shell("list", "pack:layers", "--json").json()]


def test_a_pack_comes_changes_rests_and_goes(shell: Shell, layers: Path) -> None:
    said = shell("pack", "install", "layers")
    assert (said.code, said.out.splitlines()[0]) == (0, "layers: 2 new.")
    assert packed(shell) == ["a", "b"]
    assert shell("pack", "list").out == "layers  2 questions\n"

    make_folder(layers, {"a.md": question_text("Another A"), "x.exe": "x"})
    assert shell("pack", "update", "layers").out.splitlines() == [
        "layers: 1 changed, 1 not taken.",
        "changed    a.md",
        "not taken  x.exe  neither a question nor a picture",
    ]
    assert shell("pack", "disable", "layers").code == 0
    assert packed(shell) == []
    assert shell("pack", "list").out == "layers  2 questions  disabled\n"
    assert shell("pack", "enable", "layers").out == "layers is in the bank.\n"
    assert packed(shell) == ["a", "b"]

    assert shell("pack", "remove", "layers").out.startswith(f"layers was moved to {shell.data}")
    assert packed(shell) == []
    assert shell("pack", "list", "--json").json() == []


def test_what_was_done_as_json(shell: Shell, layers: Path) -> None:
    path = make_zip(Path("down.zip"), {"layers/a.md": question_text("A"), "layers/x.py": "x"})
    report = shell("pack", "install", str(path), "--json").json()
    assert report["name"] == layers.name
    assert report["added"] == ["a.md"]
    assert report["left_out"] == [{"path": "x.py", "reason": "neither a question nor a picture"}]
    assert shell("pack", "update", "layers", "--json").json()["added"] == ["b.md"]
    packs = shell("pack", "disable", "layers", "--json").json()
    assert packs == [{"name": "layers", "questions": 2, "enabled": False}]


def test_a_second_pack_of_one_name_needs_another(shell: Shell, layers: Path) -> None:
    shell("pack", "install", str(layers))
    said = shell("pack", "install", str(layers))
    assert said.code == 1
    assert "There is a pack layers already" in said.err
    assert shell("pack", "install", str(layers), "--name", "Deep").out.startswith("deep: 2 new.")
    assert [one["key"] for one in shell("list", "pack:deep", "--json").json()] == [
        "deep/a",
        "deep/b",
    ]


@pytest.mark.parametrize(
    "arguments", [[], ["install"], ["list", "layers"], ["disable"], ["throw", "layers"]]
)
def test_wrong_use_is_told(shell: Shell, arguments: list[str]) -> None:
    assert shell("pack", *arguments).code == 2


@pytest.mark.parametrize(
    "arguments", [["install", "gone.zip"], ["remove", "gone"], ["update", "here.zip"]]
)
def test_what_cannot_be_done_is_told_in_one_line(shell: Shell, arguments: list[str]) -> None:
    Path("here.zip").write_bytes(b"PK")
    said = shell("pack", *arguments)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
