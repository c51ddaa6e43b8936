"""A question goes into an editor and comes back, and nothing is lost on the way."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.bank.bin_folder import BinFolder
from desktop.domain.errors import AppError
from desktop.services.edit_question import EditedQuestion, EditQuestion, read_text, with_fields
from desktop.services.kept_edit import KeptEdit
from desktop.services.question_files import QuestionFiles

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TEXT = """\
---
# A note of the author.
title: "Old title"   # shown in the list
mood: calm           # no key of ours
topics: [one, "two, too"]
minutes: 20
---

Why?

## Sample answer

Because.
"""


def noon() -> datetime:
    return NOON


class Place:
    """A bank on disk, and an editor of its questions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.own, self.shipped = folder / "questions", folder / "shipped"
        bank = Bank(find_sources(self.shipped, self.own, folder / "packs"))
        files = QuestionFiles(bank, folder / "index.sqlite")
        bin_folder = BinFolder(folder / "bin", noon)
        self.edit = EditQuestion(bank, files, folder / "edits", bin_folder, noon)
        self.bank = bank

    def write(self, path: Path, text: str = TEXT) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_mended_question_goes_into_the_own_folder(place: Place) -> None:
    original = place.write(place.shipped / "a.md")
    edited = place.edit.begin("a")
    assert (edited.text, edited.original, edited.kept) == (TEXT, None, None)
    assert place.edit.save(edited, TEXT.replace("Because.", "It is so.")) == "a"
    assert (place.own / "a.md").read_text() == TEXT.replace("Because.", "It is so.")
    assert original.read_text() == TEXT
    entry = place.bank.find_entry("a")
    assert entry is not None
    assert entry.is_edited

    again = place.edit.begin("a")
    assert again.original == TEXT
    moved = place.edit.revert(again)
    assert moved.parent == place.folder / "bin"
    assert "It is so." in moved.read_text()
    assert place.edit.begin("a").text == TEXT


def test_what_was_not_changed_is_not_copied(place: Place) -> None:
    place.write(place.shipped / "a.md")
    assert place.edit.save(place.edit.begin("a"), TEXT) == "a"
    assert not place.own.exists()


def test_line_ends_and_byte_order_mark_of_the_file_stay(place: Place) -> None:
    path = place.write(place.own / "a.md", "\ufeff" + TEXT.replace("\n", "\r\n"))
    before = path.read_bytes()
    edited = place.edit.begin("a")
    assert edited.text == TEXT
    place.edit.save(edited, edited.text.replace("Why?", "Why not?"))
    assert path.read_bytes() == before.replace(b"Why?", b"Why not?")


def test_an_own_question_has_nothing_to_go_back_to_but_the_shipped_cannot_be_moved(
    place: Place,
) -> None:
    path = place.write(place.shipped / "a.md")
    with pytest.raises(AppError, match="as it came"):
        place.edit.revert(place.edit.begin("a"))
    assert path.exists()


def test_a_file_that_changed_meanwhile_is_not_written_over(place: Place) -> None:
    path = place.write(place.own / "a.md")
    edited = place.edit.begin("a")
    edited.saving.keep("Mine.", edited.digest, 1)
    path.write_text("Theirs.")
    with pytest.raises(AppError, match="changed by another program"):
        place.edit.save(edited, "Mine.")
    assert path.read_text() == "Theirs."
    kept = place.edit.begin("a").kept
    assert kept is not None
    assert kept.text == "Mine."
    assert kept.digest != place.edit.begin("a").digest


def test_a_new_question_is_named_by_its_title(place: Place) -> None:
    place.write(place.shipped / "why-me.md")
    edited = place.edit.begin_new()
    text = edited.text.replace("title:", "title: Why me?").replace(
        "---\n\n##", "---\n\nWhy?\n\n##"
    )
    assert place.edit.save(edited, text) == "why-me-2"
    assert (place.own / "why-me-2.md").read_text() == text


def test_a_new_question_needs_a_title(place: Place) -> None:
    edited = place.edit.begin_new()
    with pytest.raises(AppError, match="no title yet"):
        place.edit.save(edited, edited.text)
    assert not place.own.exists()


def test_what_is_wrong_is_told_with_its_line(place: Place) -> None:
    place.write(place.own / "a.md", TEXT.replace("minutes: 20", "minutes: soon"))
    edited = place.edit.begin("a")
    read = read_text(edited, edited.text)
    told = {problem.line: problem.message for problem in read.problems}
    assert "`minutes` is a whole number" in told[6]
    assert read.question.title == "Old title"
    assert read.page.startswith("# Old title\n\n\nWhy?\n")


def test_the_outline_of_a_new_question_has_no_title_of_its_own(place: Place) -> None:
    read = read_text(edited := place.edit.begin_new(), edited.text)
    assert read.question.title == ""
    assert not any("the id" in problem.message for problem in read.problems)


def test_a_field_of_the_form_rewrites_its_entry_alone(place: Place) -> None:
    place.write(place.own / "a.md")
    edited = place.edit.begin("a")
    shown = replace(read_text(edited, TEXT).question, topics=("one", "two", "too"))
    after = replace(shown, title="New: title", minutes=30)
    assert with_fields(edited, TEXT, shown, after) == TEXT.replace(
        '"Old title"', '"New: title"'
    ).replace("minutes: 20", "minutes: 30")


PIECES = (*"ab:#-[]{}'\"|> \n\t0\u00a0", "---\n", "title:", "## Sample answer\n", "```\n")


def read_and_rewrite(text: str) -> None:
    """Read a text and change its title; nothing else may hinder that."""
    edited = EditedQuestion("a", text, None, frozenset(), KeptEdit(Path("none"), "a", noon), None)
    shown = read_text(edited, text).question
    changed = with_fields(edited, text, shown, replace(shown, title="A: new title"))
    title = read_text(edited, changed).question.title
    assert title.startswith("A: new title")  # of a broken front matter more may stand behind it
    assert with_fields(edited, text, shown, shown) == text


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_whatever_is_typed_is_read_and_takes_a_field(text: str) -> None:
    read_and_rewrite(text)


@pytest.mark.slow
@settings(max_examples=100_000, deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_very_much_that_may_be_typed(text: str) -> None:
    read_and_rewrite(text)


def test_a_field_is_added_to_the_outline(place: Place) -> None:
    edited = place.edit.begin_new()
    shown = read_text(edited, edited.text).question
    after = replace(shown, title="Why?", prompt="Say why.")
    text = with_fields(edited, edited.text, shown, after)
    assert "\ntitle: Why?\ncategory:\n" in text
    assert "---\n\nSay why.\n\n## What the interviewer expects\n" in text


def test_what_is_typed_is_kept_until_it_is_saved(tmp_path: Path) -> None:
    kept = KeptEdit(tmp_path, "pack/a", noon)
    assert kept.find() is None
    kept.keep("Half a sentence 😀", "digest", 2)
    kept.keep("Half a sent", "digest", 1)
    found = KeptEdit(tmp_path, "pack/a", noon).find()
    assert found is not None
    assert (found.text, found.typed_at, found.digest) == ("Half a sentence 😀", NOON, "digest")
    assert KeptEdit(tmp_path, "pack-a", noon).find() is None
    kept.drop()
    kept.keep("too late", "digest", 3)
    assert kept.find() is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[1]", b'{"text": 1, "typed_at": "x"}'])
def test_a_damaged_kept_text_is_none(tmp_path: Path, content: bytes) -> None:
    kept = KeptEdit(tmp_path, "a", noon)
    kept.keep("x", "digest", 1)
    (path,) = tmp_path.iterdir()
    path.write_bytes(content)
    assert kept.find() is None


def test_what_was_typed_last_is_found_again(place: Place, tmp_path: Path) -> None:
    assert place.edit.find_unsaved() is None
    KeptEdit(tmp_path / "edits", "pack/a", noon).keep("Mine.", "digest", 1)
    assert place.edit.find_unsaved() == "pack/a"
    KeptEdit(tmp_path / "edits", "", lambda: NOON.replace(hour=13)).keep("New.", "digest", 1)
    (tmp_path / "edits" / "x.json").write_text("{}")
    assert place.edit.find_unsaved() == ""


def test_what_was_typed_into_a_question_that_is_gone_comes_back_as_a_new_one(place: Place) -> None:
    path = place.write(place.own / "a.md")
    place.edit.begin("a").saving.keep(TEXT.replace("Old", "New"), "digest", 1)
    path.unlink()
    edited = place.edit.begin("a")
    assert edited.key == ""
    assert edited.kept is not None
    assert place.edit.save(edited, edited.kept.text) == "new-title"
    with pytest.raises(AppError, match="not in the bank any more"):
        place.edit.begin("a")


def test_a_mended_question_keeps_its_pictures(place: Place) -> None:
    text = TEXT + "\n![A plot](plots/a.png) ![Gone](gone.png) ![Out](../secret.png)\n"
    place.write(place.shipped / "a.md", text)
    place.write(place.shipped / "plots" / "a.png", "picture")
    place.write(place.folder / "secret.png", "secret")
    place.edit.save(place.edit.begin("a"), f"{text}More.")
    assert (place.own / "plots" / "a.png").read_text() == "picture"
    assert sorted(path.name for path in place.own.rglob("*.png")) == ["a.png"]
