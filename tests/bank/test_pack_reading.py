"""A pack that somebody else made can do no harm."""

import io
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_samples import add_link, make_folder, make_zip, question_text

from desktop.bank.bin_folder import BinFolder
from desktop.bank.pack_reading import open_pack
from desktop.bank.packs import Packs
from desktop.domain.errors import AppError

GOOD = question_text("A")


def taken(path: Path) -> tuple[set[str], set[str]]:
    """The files of a pack that are taken, and those left out."""
    with open_pack(path) as pack:
        members = {str(member.path) for member in pack.members}
        return members, {one.path for one in pack.left_out}


@pytest.mark.parametrize(
    "name", ["../out.md", "a/../../out.md", "/etc/out.md", "..\\out.md", "C:\\out.md", "C:out.md"]
)
def test_a_pack_that_reaches_out_of_itself_is_refused(tmp_path: Path, name: str) -> None:
    path = make_zip(tmp_path / "pack.zip", {"a.md": GOOD, name: GOOD})
    packs = Packs(tmp_path / "packs", BinFolder(tmp_path / "bin", lambda: datetime.now(UTC)))
    with pytest.raises(AppError, match="outside of itself"):
        packs.install(path)
    assert sorted(tmp_path.iterdir()) == [path]


def test_links_are_left_out(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "pack.zip", {"a.md": GOOD})
    add_link(path, "shadow.md", "/etc/shadow")
    assert taken(path) == ({"a.md"}, {"shadow.md"})
    folder = make_folder(tmp_path / "pack", {"a.md": GOOD})
    (folder / "shadow.md").symlink_to("/etc/shadow")
    (folder / "up").symlink_to(tmp_path)
    assert taken(folder) == ({"a.md"}, {"shadow.md", "up"})


@pytest.mark.parametrize(
    "name",
    [
        "con.md",
        "sub/AUX.png",
        "lpt1.tar.md",
        "b /c.md",
        "b./c.md",
        "b?.md",
        "b\u202edm.md",
        "b\x1b[2J.md",
        "b" * 300 + ".md",
        "/".join("b" * 20) + ".md",
    ],
)
def test_names_that_not_every_system_can_hold_are_left_out(tmp_path: Path, name: str) -> None:
    assert taken(make_zip(tmp_path / "pack.zip", {"a.md": GOOD, name: GOOD})) == ({"a.md"}, {name})


@pytest.mark.parametrize("twin", ["A.md", "a.md/b.md", "CAFE\u0301.md"])
def test_files_of_one_name_are_not_written_over_each_other(tmp_path: Path, twin: str) -> None:
    files = {"a.md": GOOD, "caf\u00e9.md": GOOD, "sub/c.md": GOOD, twin: GOOD, "sub.md": GOOD}
    path = make_zip(tmp_path / "pack.zip", files)
    assert taken(path) == ({"a.md", "caf\u00e9.md", "sub/c.md", "sub.md"}, {twin})


def test_only_questions_pictures_and_what_a_pack_says_of_itself_are_taken(tmp_path: Path) -> None:
    good = ("README.md", "LICENSE", "Notice.txt", "a.md", "s/b.MD", "s/c.svg")
    bad = ("s/README.md", "setup.py", "s/LICENSE", "x.html", "Makefile", "x.zip")
    files = dict.fromkeys((*good, *bad, ".git/a.md", "__MACOSX/a.md", "s/.DS_Store"), GOOD)
    assert taken(make_zip(tmp_path / "pack.zip", files)) == (set(good), set(bad))
    assert taken(make_folder(tmp_path / "pack", files)) == (set(good), set(bad))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "pack.zip", {"a.md": GOOD, "b.png": b"\0" * 15_000_000})
    with pytest.raises(AppError, match="grows more than 100 times"), open_pack(path):
        pass


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "pack.zip", {"a.md": b"\0" * 9_000_000})
    data = path.read_bytes().replace(struct.pack("<L", 9_000_000), struct.pack("<L", 10))
    path.write_bytes(data)
    packs = Packs(tmp_path / "packs", BinFolder(tmp_path / "bin", lambda: datetime.now(UTC)))
    with pytest.raises(AppError, match=r"not a \.zip that can be read"):
        packs.install(path)
    assert not list((tmp_path / "packs").iterdir())


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "pack.zip", {f"{number}.md": "" for number in range(20_001)})
    with pytest.raises(AppError, match="more than 20,000 files"), open_pack(path):
        pass


def test_a_large_question_is_left_out(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "pack", {"a.md": GOOD, "b.md": b"b" * 2_000_001})
    assert taken(folder) == ({"a.md"}, {"b.md"})


def test_a_pack_without_questions_is_refused(tmp_path: Path) -> None:
    for path in (
        make_folder(tmp_path / "pack", {"README.md": "x", "x.py": "x"}),
        make_zip(tmp_path / "pack.zip", {}),
    ):
        with pytest.raises(AppError, match="no question in pack"), open_pack(path):
            pass


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="There is no file or folder"), open_pack(tmp_path / "gone"):
        pass


def test_an_entry_without_a_name_is_refused(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "pack.zip", {"a.md": GOOD, "b": GOOD})
    path.write_bytes(path.read_bytes().replace(b"b", b"\0"))
    with pytest.raises(AppError), open_pack(path):
        pass


def test_a_locked_or_unusual_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.md", GOOD)
    with pytest.raises(AppError, match="unusual way"), open_pack(path):
        pass


def good_bytes() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", GOOD * 20)
        archive.writestr("s/b.png", b"\x89PNG" * 20)
    return buffer.getvalue()


BYTES = good_bytes()


DAMAGES = st.lists(
    st.tuples(st.integers(0, len(BYTES) - 1), st.integers(0, 255)), min_size=1, max_size=8
)
LENGTHS = st.one_of(st.just(len(BYTES)), st.integers(0, len(BYTES)))


def install_damaged(changes: list[tuple[int, int]], length: int) -> None:
    """Install an archive with some bytes changed; it succeeds whole, or nothing is left of it."""
    data = bytearray(BYTES)
    for place, value in changes:
        data[place] = value
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "pack.zip"
        path.write_bytes(bytes(data[:length]))
        packs = Packs(folder / "packs", BinFolder(folder / "bin", lambda: datetime.now(UTC)))
        try:
            report = packs.install(path)
        except AppError:
            assert packs.all() == ()
            assert not list((folder / "packs").glob("*"))
        else:
            assert len(packs.all()) == 1
            assert report.added
        assert {one.name for one in folder.iterdir()} <= {"pack.zip", "packs"}


@given(changes=DAMAGES, length=LENGTHS)
def test_a_damaged_archive_is_installed_or_told_about(
    changes: list[tuple[int, int]], length: int
) -> None:
    install_damaged(changes, length)


@pytest.mark.slow
@settings(max_examples=100_000, deadline=None)
@given(changes=DAMAGES, length=LENGTHS)
def test_very_many_damaged_archives(changes: list[tuple[int, int]], length: int) -> None:
    install_damaged(changes, length)
