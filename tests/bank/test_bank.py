"""Own files hide originals, packs do not hide each other, and saving loses nothing."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.bank.bank import Bank, BankEntry, BankSource
from desktop.bank.file_reading import MOST_BYTES
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem
from desktop.domain.question import Question

TEXT = "---\ntitle: A\n---\n\nExplain.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def bank(folder: Path) -> Bank:
    return Bank(
        [
            BankSource("own", folder / "own", is_own=True),
            BankSource("greenroom", folder / "shipped", is_shipped=True),
            BankSource("first", folder / "first"),
            BankSource("second", folder / "second"),
        ]
    )


def write(path: Path, text: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def be_told_nothing(problem: Problem) -> None:
    pytest.fail(str(problem))


def entries(bank: Bank) -> tuple[BankEntry, ...]:
    return bank.entries(file.path for file in bank.files(be_told_nothing))


def relative(path: str, folder: Path) -> str:
    return Path(path).relative_to(folder).as_posix()


def keys(bank: Bank, folder: Path) -> dict[str, str]:
    return {entry.key: relative(entry.path, folder) for entry in entries(bank)}


def test_an_own_file_hides_the_original(bank: Bank, folder: Path) -> None:
    for name in ("own/a", "shipped/a", "own/b", "first/b", "shipped/c", "own/mine"):
        write(folder / f"{name}.md")
    assert keys(bank, folder) == {
        "a": "own/a.md",
        "b": "own/b.md",
        "c": "shipped/c.md",
        "mine": "own/mine.md",
    }
    edited = {entry.key for entry in entries(bank) if entry.is_edited}
    assert edited == {"a", "b"}


@pytest.fixture
def growing(folder: Path) -> Bank:
    """A bank whose packs come and go."""
    return Bank([BankSource("packs", folder / "packs", holds_packs=True)])


def test_packs_may_come_and_go(growing: Bank, folder: Path) -> None:
    assert entries(growing) == ()
    write(folder / "packs" / "near" / "a.md")
    write(folder / "packs" / "stray.md")
    write(folder / "packs" / ".disabled" / "far" / "a.md")
    (entry,) = entries(growing)
    assert (entry.key, entry.source.name) == ("a", "near")
    (folder / "packs" / ".disabled" / "far").rename(folder / "packs" / "far")
    assert {entry.key for entry in entries(growing)} == {"near/a", "far/a"}


def test_one_pack_or_all_of_them_can_be_looked_through(growing: Bank, folder: Path) -> None:
    packs = folder / "packs"
    near, far = write(packs / "near" / "deep" / "a.md"), write(packs / "far" / "b.md")
    for within, files in (
        (near, [near]),
        (near.parent, [near]),
        (packs / "near", [near]),
        (packs, [far, near]),
        (packs / "stray.md", []),
        (folder / "elsewhere", []),
    ):
        found = [Path(file.path) for file in growing.files(be_told_nothing, [str(within)])]
        assert found == files, within


@pytest.mark.skipif(os.name == "nt", reason="links are made otherwise there")
def test_a_pack_may_be_a_link_but_its_files_may_not_lead_out_of_it(
    growing: Bank, folder: Path
) -> None:
    write(folder / "elsewhere" / "a.md")
    (folder / "elsewhere" / "b.md").symlink_to(write(folder / "shadow"))
    (folder / "packs").mkdir()
    (folder / "packs" / "linked").symlink_to(folder / "elsewhere")
    problems: list[Problem] = []
    (file,) = growing.files(problems.append)
    assert file.path == str(folder / "packs" / "linked" / "a.md")
    assert [problem.path.name for problem in problems] == ["b.md"]
    assert growing.find_entry("a") is not None
    assert growing.find_entry("b", [str(folder / "packs" / "linked" / "b.md")]) is None


def test_a_file_of_no_source_is_no_entry(growing: Bank, folder: Path) -> None:
    assert growing.entries([str(write(folder / "stray" / "a.md"))]) == ()


def test_packs_with_one_id_are_told_apart(bank: Bank, folder: Path) -> None:
    for name in ("first/a", "second/a", "first/b", "shipped/b", "second/c"):
        write(folder / f"{name}.md")
    assert keys(bank, folder) == {
        "b": "shipped/b.md",
        "first/a": "first/a.md",
        "second/a": "second/a.md",
        "first/b": "first/b.md",
        "c": "second/c.md",
    }


def test_one_id_twice_in_a_pack_counts_once(bank: Bank, folder: Path) -> None:
    write(folder / "first" / "x" / "a.md")
    write(folder / "first" / "y" / "a.md")
    assert keys(bank, folder) == {"a": "first/x/a.md"}


def test_a_key_finds_its_path(bank: Bank, folder: Path) -> None:
    path = str(write(folder / "first" / "a.md"))
    entry = bank.find_entry("a")
    assert entry is not None
    assert entry.path == path
    assert bank.find_entry("a", [path]) == entry
    assert bank.find_entry("gone") is None


def test_a_key_whose_known_file_moved_is_looked_for(bank: Bank, folder: Path) -> None:
    path = str(write(folder / "first" / "new" / "a.md"))
    entry = bank.find_entry("a", [str(folder / "first" / "old" / "a.md")])
    assert entry is not None
    assert entry.path == path


def test_only_what_is_asked_for_is_looked_at(bank: Bank, folder: Path) -> None:
    one = str(write(folder / "own" / "a.md"))
    write(folder / "own" / "b.md")
    deep = str(write(folder / "own" / "x" / "c.md"))
    gone = str(folder / "own" / "gone.md")
    asked = [one, gone, str(folder / "own" / "x")]
    assert [file.path for file in bank.files(be_told_nothing, asked)] == [one, deep]


def test_the_folders_of_the_bank_are_known(bank: Bank, folder: Path) -> None:
    write(folder / "own" / "x" / "a.md")
    write(folder / "own" / ".hidden" / "a.md")
    named = {relative(path, folder) for path in bank.folders()}
    assert named == {"own", "own/x", "shipped", "first", "second"}


def test_a_file_that_is_not_utf_8_is_read_and_told(bank: Bank, folder: Path) -> None:
    path = write(folder / "own" / "a.md", b"---\ntitle: na\xefve\n---\nExplain.")
    file = bank.read(path)
    assert file.question.title == "na\N{REPLACEMENT CHARACTER}ve"
    assert [str(problem) for problem in file.problems] == [
        f"{path}:2: not valid UTF-8; save the file as UTF-8 to mend it"
    ]


def test_a_file_too_large_or_gone_is_refused_in_plain_words(bank: Bank, folder: Path) -> None:
    large = write(folder / "own" / "large.md", b"x" * (MOST_BYTES + 1))
    with pytest.raises(AppError, match=r"large\.md is larger than 2 MB"):
        bank.read(large)
    with pytest.raises(AppError, match=r"gone\.md cannot be read"):
        bank.read(folder / "gone.md")


def test_a_new_question_is_saved_into_the_own_folder(bank: Bank, folder: Path) -> None:
    path = bank.save(Question(id="new", title="New", prompt="Explain."))
    assert path == folder / "own" / "new.md"
    assert bank.read(path).question == Question(id="new", title="New", prompt="Explain.")
    assert keys(bank, folder) == {"new": "own/new.md"}


def test_a_changed_shipped_question_leaves_the_original_as_it_is(bank: Bank, folder: Path) -> None:
    original = write(folder / "shipped" / "a.md")
    file = bank.read(original)
    path = bank.save(replace(file.question, title="B"), file)
    assert path == folder / "own" / "a.md"
    assert path.read_text("utf-8") == TEXT.replace("A", "B")
    assert original.read_text("utf-8") == TEXT


def test_an_own_question_is_saved_where_it_stands(bank: Bank, folder: Path) -> None:
    path = write(folder / "own" / "deep" / "a.md")
    file = bank.read(path)
    assert bank.save(replace(file.question, title="B"), file) == path
    assert keys(bank, folder) == {"a": "own/deep/a.md"}


def test_a_file_changed_meanwhile_is_not_overwritten(bank: Bank, folder: Path) -> None:
    path = write(folder / "own" / "a.md")
    file = bank.read(path)
    write(path, "changed elsewhere")
    with pytest.raises(AppError, match="changed by another program"):
        bank.save(replace(file.question, title="B"), file)
    assert path.read_text("utf-8") == "changed elsewhere"


def test_a_new_question_overwrites_no_other(bank: Bank, folder: Path) -> None:
    path = write(folder / "own" / "a.md")
    with pytest.raises(AppError, match=r"has a question a\.md already"):
        bank.save(Question(id="a", title="Other"))
    assert path.read_text("utf-8") == TEXT


def test_bytes_that_are_not_utf_8_are_kept_beside(bank: Bank, folder: Path) -> None:
    data = b"---\ntitle: A\n---\nna\xefve\n"
    path = write(folder / "own" / "a.md", data)
    file = bank.read(path)
    bank.save(replace(file.question, title="B"), file)
    assert (folder / "own" / "a.md.original").read_bytes() == data
    assert bank.read(path).question.title == "B"


@pytest.mark.parametrize("name", ["../a", "a/b", ".a", ""])
def test_a_name_that_leads_elsewhere_is_refused(bank: Bank, folder: Path, name: str) -> None:
    with pytest.raises(AppError, match="cannot be saved under the name"):
        bank.save(Question(id=name, title="A"))
    assert list(folder.rglob("*.md")) == []
