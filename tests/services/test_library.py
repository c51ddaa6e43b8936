"""A whole library goes out and comes in again the same, and nothing of a damaged one."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random
from shutil import copyfile, copytree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journals import dump, fill
from simulated_candidate import simulate

from desktop.domain.errors import AppError
from desktop.journal.journal import Journal
from desktop.journal.library_rows import LIBRARY_TABLES
from desktop.services.export_library import export_library
from desktop.services.import_library import import_library
from desktop.services.library_manifest import LIBRARY_MANIFEST, read_library_manifest
from desktop.services.verify_export import verify_export
from desktop.settings.folders import Folders, find_folders

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "journal.sqlite"
    Journal.open(path).close()
    return path


def place(folder: Path, name: str) -> Folders:
    """The folders of a Greenroom of that name, which does not exist yet."""
    folders = find_folders(folder / name)
    return replace(folders, cache=folder / f"{name} cache")


def rows_of(journal: Path) -> dict[str, list[str]]:
    """All that a library holds of a journal."""
    return {table: rows for table, rows in dump(journal).items() if table in LIBRARY_TABLES}


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 2**32))
def test_any_library_is_the_same_in_an_empty_greenroom(empty: Path, seed: int) -> None:
    with TemporaryDirectory() as name:
        ours, theirs = place(Path(name), "ours"), place(Path(name), "theirs")
        ours.data.mkdir()
        fill(Path(copyfile(empty, ours.journal)), Random(seed), 20)
        export_library(ours, Path(name) / "out")
        import_library(Path(name) / "out", theirs, NOON)
        assert rows_of(theirs.journal) == rows_of(ours.journal)
        export_library(theirs, Path(name) / "again")
        manifests = [Path(name) / one / LIBRARY_MANIFEST for one in ("out", "again")]
        assert manifests[0].read_bytes() == manifests[1].read_bytes()


@pytest.fixture
def practised(tmp_path: Path) -> Folders:
    """A Greenroom with thirty days of practice, questions of its own, and a picture."""
    folders = place(tmp_path, "practised")
    folders.data.mkdir()
    with Journal.open(folders.journal) as journal:
        simulate(journal, 30)
    for name, content in (
        ("questions/mine.md", b"---\ntitle: Mine\n---\n\nWhy?\n"),
        ("images/mine/1.png", b"\x89PNG"),
        ("packs/one/two.md", b"Two?"),
        ("words.txt", b"lasso\n"),
    ):
        path = folders.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folders.own_questions / "elsewhere.md").symlink_to("/etc/hostname")
    return folders


def test_files_go_along_and_links_do_not(practised: Folders, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported = export_library(practised, out)
    assert exported.files == 4
    assert verify_export(out).is_whole
    other = place(tmp_path, "other")
    taken = import_library(out, other, NOON)
    assert sorted(taken.files) == sorted(read_library_manifest(out).files)
    assert (other.own_questions / "mine.md").read_bytes().startswith(b"---\ntitle: Mine")
    assert not (other.own_questions / "elsewhere.md").exists()


def test_taken_in_again_it_adds_nothing_and_what_is_here_stays(
    practised: Folders, tmp_path: Path
) -> None:
    out, other = tmp_path / "out", place(tmp_path, "other")
    export_library(practised, out)
    import_library(out, other, NOON)
    before = rows_of(other.journal)
    (other.own_questions / "mine.md").write_text("Changed here.")
    again = import_library(out, other, NOON)
    assert not again.merged.is_changed
    assert (again.files, again.kept) == ((), ("questions/mine.md",))
    assert rows_of(other.journal) == before
    assert (other.own_questions / "mine.md").read_text() == "Changed here."


def test_two_libraries_become_one(practised: Folders, tmp_path: Path) -> None:
    other = place(tmp_path, "other")
    other.data.mkdir()
    with Journal.open(other.journal) as journal:
        simulate(journal, 20, seed=5)
    export_library(practised, tmp_path / "a")
    export_library(other, tmp_path / "b")
    import_library(tmp_path / "a", other, NOON)
    import_library(tmp_path / "b", practised, NOON)
    assert rows_of(other.journal) == rows_of(practised.journal)


def relisted(out: Path, name: str, content: bytes) -> None:
    """Write a table of a library anew, and its digest into the manifest."""
    (out / "library" / f"{name}.jsonl").write_bytes(content)
    manifest = json.loads((out / LIBRARY_MANIFEST).read_bytes())
    manifest["tables"][name] = sha256(content).hexdigest()
    (out / LIBRARY_MANIFEST).write_text(json.dumps(manifest))


def without_digest(out: Path) -> None:
    (out / "library" / "marks.jsonl").write_bytes(b"{}\n")


def gone(out: Path) -> None:
    (out / "library" / "files" / "questions" / "mine.md").unlink()


def linked(out: Path) -> None:
    path = out / "library" / "files" / "questions" / "mine.md"
    path.rename(out / "mine.md")
    path.symlink_to(out / "mine.md")


def leading_out(out: Path) -> None:
    text = (out / LIBRARY_MANIFEST).read_text()
    (out / LIBRARY_MANIFEST).write_text(text.replace("questions/mine.md", "../../mine.md"))


def newer(out: Path) -> None:
    text = (out / LIBRARY_MANIFEST).read_text()
    (out / LIBRARY_MANIFEST).write_text(text.replace('"format": 1', '"format": 2'))


@pytest.mark.parametrize(
    "damage",
    [
        without_digest,
        gone,
        linked,
        leading_out,
        newer,
        lambda out: relisted(out, "marks", b"[1]\n"),
        lambda out: relisted(out, "marks", b'{"point": 1}\n'),
        lambda out: relisted(out, "marks", b"[" * 100_000),
        lambda out: relisted(out, "stars", b'{"question_key": 7, "starred_at": {}}\n'),
        lambda out: relisted(out, "stars", b'{"question_key": null, "starred_at": "x"}\n'),
        lambda out: relisted(out, "stars", b'{"question_key": "\\ud800", "starred_at": "x"}\n'),
        lambda out: relisted(out, "sqlite_schema", b'{"name": "x"}\n'),
        lambda out: relisted(out, "bin", b'{"attempt_uuid": "nobody", "deleted_at": "2026"}\n'),
        lambda out: (out / LIBRARY_MANIFEST).write_bytes(b"\xff{"),
    ],
)
def test_of_a_damaged_library_nothing_is_taken_in(
    practised: Folders, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    out = tmp_path / "out"
    export_library(practised, out)
    damage(out)
    other = place(tmp_path, "other")
    with pytest.raises(AppError, match="Nothing was taken in"):
        import_library(out, other, NOON)
    assert not other.own_questions.exists()
    assert not other.journal.exists() or not any(rows_of(other.journal).values())


def test_an_export_cut_short_is_not_taken_for_whole(practised: Folders, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_library(practised, out)
    copytree(out, tmp_path / "copy")
    (out / LIBRARY_MANIFEST).unlink()
    with pytest.raises(AppError):
        read_library_manifest(out)
