import json
import os
from pathlib import Path

import pytest
from export_samples import NOON, Desk, question_text

from desktop.domain.errors import AppError
from desktop.domain.mark import SELF, Mark, Verdict
from desktop.services.export_manifest import MANIFEST_NAME

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def manifest_of(*names: str) -> bytes:
    files = [
        {"name": name, "question": name, "sha256": "0", "attempts": ["uuid"]} for name in names
    ]
    return json.dumps({"format": 1, "files": files}).encode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_each_attempted_question_becomes_a_file(desk: Desk) -> None:
    desk.answer("ridge", "Ridge shrinks.")
    desk.answer("lasso", "Lasso cuts.")
    desk.write_question("new", "Not answered")
    report = desk.export()
    assert str(report) == f"2 of 2 exported to {desk.target}."
    files = desk.exported()
    assert set(files) == {"ridge.md", "lasso.md", MANIFEST_NAME}
    assert b"Ridge shrinks." in files["ridge.md"]
    assert b"Why is About ridge so?" in files["ridge.md"]


def test_the_second_run_writes_nothing(desk: Desk) -> None:
    desk.answer("ridge")
    desk.answer("lasso")
    desk.export()
    before = {path.name: path.stat() for path in desk.target.iterdir()}
    report = desk.export()
    assert (len(report.exported), len(report.unchanged)) == (2, 2)
    assert {path.name: path.stat() for path in desk.target.iterdir()} == before


def test_marks_of_the_question_as_it_was_come_along_and_change_the_file(desk: Desk) -> None:
    then = "---\ntitle: Ridge\n---\n\nWhy?\n\n## What the interviewer expects\n- (2) Shrinks.\n"
    attempt = desk.seal("ridge", "It shrinks.", then)
    desk.export()
    with desk.opened() as (journal, _):
        journal.notes.put_marks(attempt.uuid, [Mark(0, Verdict.COVERED, SELF, 0, 11)], NOON)
    report = desk.export()
    assert not report.unchanged
    page = desk.exported()["ridge.md"].decode()
    assert "- **Covered** (2, self) Shrinks.\n\n  > It shrinks.\n" in page


def test_a_new_attempt_changes_its_file_only(desk: Desk) -> None:
    desk.answer("ridge", "First words.")
    desk.answer("lasso")
    desk.export()
    before = desk.exported()
    desk.answer("ridge", "Second words.")
    report = desk.export()
    after = desk.exported()
    assert [path.name for path in report.unchanged] == ["lasso.md"]
    assert after["lasso.md"] == before["lasso.md"]
    page = after["ridge.md"].decode()
    assert page.index("Second words.") < page.index("First words.")


def test_an_edited_file_is_kept_and_said(desk: Desk) -> None:
    desk.answer("ridge")
    desk.answer("lasso")
    desk.export()
    (desk.target / "ridge.md").write_text("mine now", encoding="utf-8")
    desk.answer("ridge", "Second words.")
    for _ in range(2):
        report = desk.export()
        assert [path.name for path in report.kept_edited] == ["ridge.md"]
        assert str(report).startswith("1 of 2 exported")
        assert "Kept because you edited them: ridge.md." in str(report)
        assert desk.exported()["ridge.md"] == b"mine now"


def test_a_renamed_or_deleted_file_is_written_anew(desk: Desk) -> None:
    desk.answer("ridge")
    desk.export()
    page = desk.exported()["ridge.md"]
    (desk.target / "ridge.md").rename(desk.target / "old.md")
    report = desk.export()
    assert not report.unchanged
    assert desk.exported()["ridge.md"] == page
    assert desk.exported()["old.md"] == page


def test_a_file_of_others_is_never_overwritten(desk: Desk) -> None:
    desk.answer("ridge")
    desk.target.mkdir()
    (desk.target / "Ridge.MD").write_text("a note of mine", encoding="utf-8")
    for _ in range(2):
        desk.export()
        assert set(desk.exported()) == {"Ridge.MD", "ridge-2.md", MANIFEST_NAME}
    assert desk.exported()["Ridge.MD"] == b"a note of mine"


def test_a_run_cut_short_before_its_manifest_is_taken_up(desk: Desk) -> None:
    desk.answer("ridge")
    desk.export()
    (desk.target / MANIFEST_NAME).unlink()
    report = desk.export()
    assert [path.name for path in report.unchanged] == ["ridge.md"]
    assert set(desk.exported()) == {"ridge.md", MANIFEST_NAME}


def test_keys_that_differ_in_case_only_get_files_of_their_own(desk: Desk) -> None:
    desk.seal("Ridge", "upper")
    desk.seal("ridge", "lower")
    desk.seal("pack/ridge", "in a pack")
    desk.seal("pack-ridge", "of that name")
    desk.export()
    assert set(desk.exported()) == {
        "Ridge.md",
        "ridge-2.md",
        "pack-ridge.md",
        "pack-ridge-2.md",
        MANIFEST_NAME,
    }
    assert all(
        b"lower" not in page for name, page in desk.exported().items() if name != "ridge-2.md"
    )


def test_a_question_keeps_its_file_when_others_come(desk: Desk) -> None:
    desk.seal("ridge", "lower")
    desk.export()
    desk.seal("Ridge", "upper")
    desk.export()
    assert b"lower" in desk.exported()["ridge.md"]
    assert b"upper" in desk.exported()["Ridge-2.md"]


@pytest.mark.parametrize("key", ["../../escape", "..", "/etc/passwd", "con", "a" * 300, "x\ny: z"])
def test_a_hostile_key_stays_in_the_folder(desk: Desk, key: str) -> None:
    desk.seal(key, "text")
    report = desk.export()
    assert [path.parent for path in report.exported] == [desk.target]
    assert len(desk.exported()) == 2


def test_only_the_wanted_questions_are_exported_and_others_stay_known(desk: Desk) -> None:
    desk.answer("ridge")
    desk.answer("lasso")
    desk.export()
    report = desk.export(keys={"lasso", "unknown"})
    assert report.total == 1
    manifest = json.loads(desk.exported()[MANIFEST_NAME])
    assert [one["question"] for one in manifest["files"]] == ["lasso", "ridge"]


def test_the_manifest_names_checksums_and_attempts(desk: Desk) -> None:
    attempt = desk.answer("ridge")
    desk.export()
    (entry,) = json.loads(desk.exported()[MANIFEST_NAME])["files"]
    assert (entry["name"], entry["question"]) == ("ridge.md", "ridge")
    assert entry["attempts"] == [attempt.uuid]
    assert len(entry["sha256"]) == 64


def test_a_question_that_is_gone_is_exported_as_it_was(desk: Desk) -> None:
    text = question_text("Ridge as it was")
    desk.seal("ridge", "My answer.", text)
    desk.export()
    page = desk.exported()["ridge.md"].decode()
    assert "# Ridge as it was\n" in page
    assert "Why is Ridge as it was so?" in page


def test_a_question_edited_since_says_so(desk: Desk) -> None:
    desk.answer("ridge")
    desk.write_question("ridge", "In other words")
    desk.export()
    page = desk.exported()["ridge.md"].decode()
    assert "# In other words\n" in page
    assert "the question had other words then" in page


def test_a_deleted_attempt_is_not_exported(desk: Desk) -> None:
    attempt = desk.answer("ridge")
    with desk.opened() as (journal, _):
        journal.delete_attempt(attempt.uuid, NOON)
    assert str(desk.export()) == "0 of 0 exported: there is no sealed answer to export yet."


def test_progress_is_told(desk: Desk) -> None:
    desk.answer("ridge")
    desk.answer("lasso")
    told: list[tuple[int, int]] = []
    desk.export(on_progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_links_in_the_folder_are_not_followed(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("outside", encoding="utf-8")
    desk.answer("ridge")
    desk.answer("lasso")
    desk.export(keys={"lasso"})
    (desk.target / "lasso.md").unlink()
    for name in ("lasso.md", "ridge.md"):
        (desk.target / name).symlink_to(outside)
    report = desk.export()
    assert outside.read_text(encoding="utf-8") == "outside"
    assert [path.name for path in report.kept_edited] == ["lasso.md"]
    assert [path.name for path in report.exported] == ["ridge-2.md"]


def test_a_manifest_that_is_a_link_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.answer("ridge")
    desk.target.mkdir()
    (desk.target / MANIFEST_NAME).symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(AppError, match="is a link"):
        desk.export()
    assert list(tmp_path.glob("elsewhere*")) == []


@pytest.mark.parametrize(
    "manifest",
    [
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": 2, "files": []}',
        manifest_of("../x.md"),
        manifest_of("..\\x.md"),
        manifest_of(".hidden.md"),
        manifest_of("notes.txt"),
        manifest_of(MANIFEST_NAME),
        manifest_of("x.md", "X.md"),
        b'{"format": 1, "files": [{"name": "x.md"}]}',
        b'{"format": 1, "files": [7]}',
        b'{"format": 1}',
        b"[" * 100_000,
    ],
)
def test_a_manifest_that_cannot_be_trusted_is_refused(desk: Desk, manifest: bytes) -> None:
    desk.answer("ridge")
    desk.target.mkdir()
    (desk.target / MANIFEST_NAME).write_bytes(manifest)
    with pytest.raises(AppError, match="Nothing was changed"):
        desk.export()
    assert desk.exported() == {MANIFEST_NAME: manifest}


def test_a_file_in_place_of_the_folder_is_refused(desk: Desk) -> None:
    desk.answer("ridge")
    desk.target.write_text("a file", encoding="utf-8")
    with pytest.raises(AppError, match="is a file, not a folder"):
        desk.export()
    with pytest.raises(AppError, match="cannot be used"):
        desk.export(folder=desk.target / "below")


def test_a_folder_of_questions_is_refused(desk: Desk) -> None:
    desk.answer("ridge")
    with pytest.raises(AppError, match="would be taken for questions"):
        desk.export(folder=desk.questions / "answers")


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="permissions do not hold root back")
def test_a_folder_that_may_not_be_written_to(desk: Desk) -> None:
    desk.answer("ridge")
    desk.target.mkdir(mode=0o500)
    with pytest.raises(AppError, match="0 of 1 were exported before that"):
        desk.export()


def test_a_run_that_fails_midway_says_how_far_it_came(desk: Desk) -> None:
    desk.answer("aaa")
    desk.answer("bbb")
    desk.export()
    desk.answer("aaa", "again")
    desk.answer("bbb", "again")

    def block_next(done: int, _total: int) -> None:
        if done == 1:
            desk.target.rename(desk.target.with_name("moved"))
            desk.target.write_text("in the way", encoding="utf-8")

    with pytest.raises(AppError, match="1 of 2 were exported before that"):
        desk.export(on_progress=block_next)
