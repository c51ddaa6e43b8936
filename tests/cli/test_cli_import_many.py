"""`greenroom import` of more than one question."""

import io
import sys
from pathlib import Path

import pytest
from anki_samples import deck_file, zipped
from cli_samples import Shell

CARDS = "front,back,tags\nWhat is lasso?,A penalty.,norms\nWhat is a kernel?,A product.,kernels\n"


@pytest.fixture
def cards() -> Path:
    path = Path("cards.csv")
    path.write_text(CARDS, encoding="utf-8")
    return path


def own_files(shell: Shell) -> list[str]:
    return sorted(path.name for path in (shell.data / "questions").rglob("*.md"))


def test_a_table_is_saved_and_taken_back(shell: Shell, cards: Path) -> None:
    said = shell("import", str(cards))
    assert said.code == 0
    assert said.out.startswith("cards.csv: Table, 2 questions.\n")
    assert "Saved 2 new and 0 replaced in" in said.out
    assert "Columns: prompt=front, answer=back, topics=tags." in said.err
    assert own_files(shell) == ["what-is-a-kernel.md", "what-is-lasso.md"]
    said = shell("import", "--undo")
    assert said.out == "Took back cards.csv: 2 removed, 0 put back.\n"
    assert own_files(shell) == []
    assert shell("import", "--undo").code == 1


def test_the_same_is_skipped_unless_said_otherwise(shell: Shell, cards: Path) -> None:
    shell("import", str(cards))
    assert "All of them are there already" in shell("import", str(cards)).out
    assert len(own_files(shell)) == 2
    shell("import", str(cards), "--duplicates", "keep")
    assert len(own_files(shell)) == 4


def test_a_dry_run_as_json(shell: Shell, cards: Path) -> None:
    found = shell("import", str(cards), "--dry-run", "--json").json()
    assert (found["kind"], found["columns"]) == ("table", ["front", "back", "tags"])
    first = found["questions"][0]
    assert first["question"]["sample_answer"] == "A penalty."
    assert (first["place"], first["choice"]) == ("cards.csv, row 2", "keep")
    assert first["duplicate"] is None
    assert "saved" not in found
    assert own_files(shell) == []


def test_saved_files_are_told_as_json(shell: Shell, cards: Path) -> None:
    found = shell("import", str(cards), "--json").json()
    assert sorted(Path(path).name for path in found["saved"]) == own_files(shell)
    (undone,) = [shell("import", "--undo", "--json").json()]
    assert undone == {"name": "cards.csv", "removed": 2, "restored": 0, "kept": []}


def test_columns_are_mapped(shell: Shell, cards: Path) -> None:
    found = shell(
        "import",
        str(cards),
        "--map",
        "prompt=back",
        "--map",
        "answer=front",
        "--dry-run",
        "--json",
    ).json()
    assert [one["question"]["prompt"] for one in found["questions"]] == [
        "A penalty.",
        "A product.",
    ]
    assert shell("import", str(cards), "--map", "prompt=nowhere").code == 1
    assert shell("import", str(cards), "--map", "nonsense").code == 2


def test_a_deck_through_a_pipe(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(deck_file())))
    assert shell("import", "-").out.startswith("what was piped in: Anki deck, 2 questions.\n")
    assert len(own_files(shell)) == 2


def test_a_folder_and_a_zip_of_own_files(shell: Shell) -> None:
    text = b"---\ntitle: Ridge\n---\n\nWhy?\n"
    Path("pack").mkdir()
    Path("pack/ridge.md").write_bytes(text)
    Path("pack.zip").write_bytes(zipped({"pack/ridge.md": text}))
    assert shell("import", "pack", "--to", "one").code == 0
    assert shell("import", "pack.zip", "--to", "two").code == 0
    assert Path("one/ridge.md").read_bytes() == Path("two/ridge.md").read_bytes() == text


def test_a_question_file_alone_is_told_as_a_page_is(shell: Shell) -> None:
    Path("ridge.md").write_text("---\ntitle: Ridge\n---\n\nWhy?\n", encoding="utf-8")
    found = shell("import", "ridge.md", "--json").json()
    assert found["question"]["title"] == "Ridge"
    assert Path(found["saved"]).name == "ridge.md"
