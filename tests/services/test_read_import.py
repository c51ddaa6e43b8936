"""Whatever a person brings in is known by what it holds."""

from datetime import date
from pathlib import Path

import pytest
from anki_samples import collection, deck_file, zipped

from desktop.domain.errors import AppError
from desktop.domain.import_batch import Batch, ImportField, ImportKind
from desktop.domain.question import Part, Question
from desktop.services.read_import import ImportWish, read_import

TODAY = date(2026, 11, 22)
DATA = Path(__file__).parents[1] / "data"
PAIRS = "## What is ridge?\n\nA penalty.\n\n## What is lasso?\n\nAnother.\n"


def read(text: str | bytes, name: str, wish: ImportWish | None = None) -> Batch:
    data = text.encode() if isinstance(text, str) else text
    return read_import(data, name, TODAY, wish)


def questions(batch: Batch) -> list[Question]:
    return [one.imported.question for one in batch.questions]


def answers(batch: Batch) -> dict[str, str]:
    return {one.prompt: one.parts.get(Part.SAMPLE_ANSWER, "") for one in questions(batch)}


@pytest.mark.parametrize(
    ("name", "text", "kind", "count"),
    [
        ("a.csv", "question,answer\nWhat?,This\nWhy?,So\n", ImportKind.TABLE, 2),
        ("a.tsv", "What is it?\tThis\nWhy?\tSo\n", ImportKind.TABLE, 2),
        ("pasted", "front;back\nWhat?;This\nWhy?;So\n", ImportKind.TABLE, 2),
        ("a.json", '[{"question": "What?"}]', ImportKind.JSON, 1),
        ("pasted", '{"q": ["What?", "Why?"], "a": ["This", "So"]}', ImportKind.JSON, 2),
        ("a.jsonl", '{"q": "What?"}\n{"q": "Why?"}\n', ImportKind.JSON, 2),
        ("a.txt", "#separator:tab\n#html:true\nWhat?\tThis\n", ImportKind.ANKI_TEXT, 1),
        ("a.md", PAIRS, ImportKind.PAIRS, 2),
        ("a.md", "- What is ridge?\n- Explain lasso\n", ImportKind.LIST, 2),
        ("a.txt", "What is ridge?\nHow does lasso differ?\n", ImportKind.LIST, 2),
        ("a.md", "---\ntitle: Ridge\n---\n\nWhy?\n", ImportKind.QUESTION_FILE, 1),
        ("a.txt", "Ridge\n\nExplain ridge.\n\nSample answer\nIt shrinks.\n", ImportKind.PAGE, 1),
    ],
)
def test_the_kind_shows_in_the_text(name: str, text: str, kind: ImportKind, count: int) -> None:
    batch = read(text, name)
    assert (batch.kind, len(batch.questions)) == (kind, count)


@pytest.mark.parametrize(
    "path", sorted((DATA / "pages_pasted").iterdir()), ids=lambda one: one.name
)
def test_pages_about_one_question_stay_one(path: Path) -> None:
    assert read_import(path, path.name, TODAY).kind is ImportKind.PAGE


def test_a_question_file_keeps_its_bytes_and_its_id() -> None:
    path = DATA / "journey_bank" / "ridge-as-shrinkage.md"
    (one,) = read_import(path, path.name, TODAY).questions
    assert one.file_bytes == path.read_bytes()
    assert one.imported.question.id == "ridge-as-shrinkage"


def test_an_anki_deck() -> None:
    batch = read(deck_file(), "ml.apkg")
    assert batch.kind is ImportKind.ANKI_DECK
    first, second = questions(batch)
    assert first.prompt == "What is **ridge**?"
    assert first.parts[Part.SAMPLE_ANSWER] == "It adds $\\lambda\\lVert w\\rVert^2$."
    assert first.topics == ("ml", "shrinkage", "hard")
    assert first.category == "Statistics"
    assert first.source == "imported 2026-11-22 from ml.apkg"
    assert second.prompt == "[which] gives […]."
    assert second.parts[Part.SAMPLE_ANSWER] == "**Lasso** gives **zeros**."


def test_a_deck_in_the_newer_form_says_what_to_do() -> None:
    deck = zipped({"collection.anki21b": b"(\xb5/\xfd", "collection.anki2": collection()})
    with pytest.raises(AppError) as caught:
        read(deck, "ml.apkg")
    assert "Nothing was imported" in caught.value.message or "damaged" in caught.value.message


def test_a_folder_and_a_zip_of_files_of_all_kinds(tmp_path: Path) -> None:
    files = {
        "ridge.md": b"---\ntitle: Ridge\n---\n\nWhy?\n",
        "deep/cards.csv": b"front,back\nWhat?,This\n",
        "README.md": PAIRS.encode(),
        "LICENSE.md": b"All rights reserved by nobody in particular.",
        "picture.png": b"\x89PNG",
        "broken.json": b"[{",
        "deck.apkg": deck_file(),
    }
    for name, data in files.items():
        path = tmp_path / "pack" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "pack" / "loop").symlink_to(tmp_path / "pack", target_is_directory=True)
    from_folder = read_import(tmp_path / "pack", "pack", TODAY)
    from_zip = read(zipped(files), "pack.zip")
    for batch, kind in ((from_folder, ImportKind.FOLDER), (from_zip, ImportKind.PACK)):
        assert batch.kind is kind
        assert len(batch.questions) == 6
        assert {str(one.place) for one in batch.questions} >= {"ridge.md", "deep/cards.csv, row 2"}
        told = " ".join(map(str, batch.warnings))
        assert "broken.json: left out" in told
        assert "1 × .png" in told


def test_a_mapping_that_is_given_is_used() -> None:
    text = "no,left,right\n1,This,What?\n2,So,Why?\n"
    wish = ImportWish({ImportField.PROMPT: "right", ImportField.ANSWER: "left"}, has_header=True)
    batch = read(text, "a.csv", wish)
    assert batch.columns == ("no", "left", "right")
    assert answers(batch) == {"What?": "This", "Why?": "So"}
    assert [dict(one.imported) for one in questions(batch)] == [{"no": "1"}, {"no": "2"}]


def test_a_mapping_that_does_not_fit_is_refused() -> None:
    wish = ImportWish({ImportField.PROMPT: "nowhere"})
    with pytest.raises(AppError, match='no column "nowhere"'):
        read("question,answer\nWhat?,This\n", "a.csv", wish)


def test_markdown_with_tags_in_it_stays_markdown() -> None:
    answer = "One<br/>\n\n```html\n<p>two</p>\n\n```\n\ny<sub>i</sub>"
    batch = read(f"## What is ridge?\n\n{answer}\n\n## Why?\n\nSo.\n", "a.md")
    assert answers(batch)["What is ridge?"] == answer


def test_a_title_has_no_links() -> None:
    text = (
        "# 65 Interview Questions\n\n#### 1) What is [ridge](https://a.example)? "
        "[[src](https://b.example)]\n\nA penalty.\n\n#### 2) Implement [lasso](https://c.example).\n"
    )
    first, second = questions(read(text, "README.md"))
    assert (first.title, second.title) == ("What is ridge?", "Implement lasso")
    assert "https://b.example" in first.prompt
    assert first.topics == ()
