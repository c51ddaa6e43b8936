"""No input crashes a reader, keeps it busy, or becomes a question that cannot be saved."""

import io
import stat
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from anki_samples import deck_file, zipped
from hostile_inputs import HOSTILE, Named
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.bank.question_file import read_question
from desktop.bank.question_writing import write_question
from desktop.domain.errors import AppError
from desktop.domain.import_batch import Batch, BatchQuestion, ImportKind
from desktop.services.read_import import read_import

TODAY = date(2026, 11, 22)
LISTED = b"- What is ridge?\n- What is lasso?\n"
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def read(given_input: Named) -> Batch | None:
    """What an input became; None where it was refused in plain words."""
    try:
        return read_import(given_input.data, given_input.name, TODAY)
    except AppError as error:
        if not (error.message and error.hint):
            raise
        return None


def is_saved_as_it_is(one: BatchQuestion) -> bool:
    """Whether the file of a question reads back as the question.

    Open fences are closed in it, and what an open formula takes in may change with the part.
    """
    question = one.imported.question
    text = write_question(question)
    back = read_question(text, path=Path(f"{question.id}.md")).question
    if one.file_bytes is not None or any(mark in text for mark in ("```", "~~~", "$$")):
        return back.title == question.title
    return back == question


@pytest.mark.parametrize("kind", HOSTILE)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_input_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    batch = read(data.draw(HOSTILE[kind]))
    assert batch is None or batch.questions
    assert batch is None or all(map(is_saved_as_it_is, batch.questions))


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
@settings(
    deadline=timedelta(seconds=1), max_examples=100_000, suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_a_hundred_thousand_inputs(kind: str, data: st.DataObject) -> None:
    batch = read(data.draw(HOSTILE[kind]))
    assert batch is None or all(map(is_saved_as_it_is, batch.questions))


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(AppError) as caught:
        read_import(data, name, TODAY)
    assert caught.value.hint
    return caught.value.message


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(AppError, match=r"large\.csv is larger than 20 MB"):
        read_import(path, path.name, TODAY)


@pytest.mark.parametrize(
    "files",
    [
        {"bomb.md": b"0" * 50_000_000},
        {f"{number}.md": b"0" * 19_000_000 for number in range(3)},
        {"collection.anki2": b"0" * 120_000_000},
    ],
)
def test_a_zip_bomb_is_refused(files: dict[str, bytes]) -> None:
    assert "too large when unpacked" in refusal(zipped(files), "bomb.zip")


def test_a_zip_that_lies_about_its_sizes_is_not_unpacked_beyond_them() -> None:
    pack = bytearray(zipped({"a.md": b"0" * 3_000_000}))
    at = pack.rfind(b"PK\x01\x02")
    pack[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "damaged" in refusal(bytes(pack), "liar.zip")


def test_a_zip_of_very_many_files_is_refused_before_its_list_is_read() -> None:
    assert "more than 20,000 files" in refusal(
        zipped({f"{number}.md": b"" for number in range(20_001)}), "many.zip"
    )


def test_paths_out_of_a_pack_and_links_are_left_out() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as pack:
        for name in ("../up.md", "/etc/root.md", "C:\\drive.md", "a/../../up.md", "fine/list.md"):
            pack.writestr(name, LISTED)
        link = zipfile.ZipInfo("link.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        pack.writestr(link, "/etc/passwd")
    batch = read_import(written.getvalue(), "pack.zip", TODAY)
    assert {one.place.name for one in batch.questions} == {"fine/list.md"}
    told = "\n".join(map(str, batch.warnings))
    assert told.count("leads out of the pack") == 4
    assert "link.md: left out: it is a link" in told


def test_names_within_a_pack_show_as_they_are() -> None:
    batch = read_import(zipped({"a\u202edm.exe\x07.md": LISTED}), "pack\u202e.zip", TODAY)
    assert batch.name == "pack.zip"
    assert {one.place.name for one in batch.questions} == {"adm.exe.md"}


def test_a_locked_or_damaged_file_hides_no_other() -> None:
    pack = bytearray(zipped({"bad.md": LISTED * 30, "good.md": LISTED}))
    pack[45] ^= 0xFF
    batch = read_import(bytes(pack), "pack.zip", TODAY)
    assert {one.place.name for one in batch.questions} == {"good.md"}
    assert "bad.md is damaged" in "".join(map(str, batch.warnings))


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_bytes(LISTED)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "own.md").write_bytes(b"- What is a kernel?\n- Why?\n")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert len(read_import(folder, "folder", TODAY).questions) == 2


@pytest.mark.parametrize(
    "front_matter", [BOMB + "topics: *a11\n", "topics: " + "[" * 5_000 + "\n", "x: &x [*x]\n"]
)
def test_front_matter_that_explodes_is_text(front_matter: str) -> None:
    text = f"---\ntitle: Ridge\n{front_matter}---\n\nWhy?\n"
    batch = read_import(text.encode(), "ridge.md", TODAY)
    assert batch.questions[0].imported.question.title == "Ridge"
    assert len(str(batch.questions[0].imported.question.topics)) < 20_000


def test_a_tag_that_would_run_code_is_text(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    text = f"---\ntitle: !!python/object/apply:os.mkdir ['{trap}']\n---\n\nWhy?\n"
    assert read_import(text.encode(), "ridge.md", TODAY).kind is ImportKind.QUESTION_FILE
    assert not trap.exists()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.json", '{"a":' * 50_000 + "1" + "}" * 50_000, "nested far too deep"),
        ("a.json", "[" * 200 + "]" * 200, "nested far too deep"),
        ("a.json", '[{"question": "Why?"},]', "line 1: this is no valid JSON"),
        ("a.csv", 'question,answer\nWhy?,"' + "x" * 200_000 + '"\n', "cannot be read from row 2"),
        ("a.csv", "question\n" + "Why?\n" * 20_001, "more than 20,000 questions"),
        ("a.txt", "\0" * 100, "neither text nor a zip"),
        ("a.md", "word " * 100_000, "too long for a page"),
    ],
)
def test_what_is_far_too_much_is_refused_in_plain_words(name: str, text: str, told: str) -> None:
    assert told in refusal(text.encode(), name)


def test_bytes_that_are_no_utf_8_are_kept_and_told() -> None:
    batch = read_import(b"question,answer\nWhy na\xefve?,So\x9d\n", "a.csv", TODAY)
    assert batch.questions[0].imported.question.prompt == "Why naïve?"
    assert "no readable characters" in str(batch.warnings[0])


def test_a_deck_cut_off_is_refused() -> None:
    assert "no zip file that can be read" in refusal(deck_file()[:-40], "ml.apkg")
