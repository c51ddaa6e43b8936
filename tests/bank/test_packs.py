"""Packs are there whole or not at all, and nothing that is taken away is lost."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pack_samples import make_folder, make_zip, question_text

from desktop.bank.bin_folder import BinFolder
from desktop.bank.packs import Packs
from desktop.domain.errors import AppError
from desktop.domain.pack import Pack, PackInstalledError

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LAYERS: dict[str, str | bytes] = {
    "README.md": "# Layers",
    "a.md": question_text("A"),
    "deep/b.md": question_text("B"),
    "deep/b.png": b"\x89PNG",
}


def noon() -> datetime:
    return NOON


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    return Packs(tmp_path / "packs", BinFolder(tmp_path / "bin", noon))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "layers", LAYERS)


def files(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def test_a_folder_is_installed(packs: Packs, folder: Path, tmp_path: Path) -> None:
    make_folder(folder, {".git/config": "x", "run.sh": "rm", "deep/readme.md": "x"})
    report = packs.install(folder)
    assert report.name == "layers"
    assert set(report.added) == files(tmp_path / "packs" / "layers") == set(LAYERS)
    assert {one.path for one in report.left_out} == {"run.sh", "deep/readme.md"}
    assert packs.all() == (Pack("layers", 2),)
    assert names(tmp_path / "packs") == ["layers"]


@pytest.mark.parametrize(
    ("file_name", "top", "name"),
    [
        ("layers.zip", "", "layers"),
        ("download.zip", "Deep layers-main/", "deep-layers"),
        ("layers-v1.2.zip", "", "layers"),
        ("layers (3).zip", "", "layers"),
        ("x.zip", "layers-1.2.3/", "layers"),
        ("own.zip", "", "own-pack"),
        ("con.zip", "", "question-con"),
    ],
)
def test_a_zip_is_installed_by_its_name(
    packs: Packs, tmp_path: Path, file_name: str, top: str, name: str
) -> None:
    path = make_zip(tmp_path / file_name, {f"{top}{one}": text for one, text in LAYERS.items()})
    assert packs.install(path).name == name
    assert files(tmp_path / "packs" / name) == set(LAYERS)


def test_a_name_may_be_given(packs: Packs, folder: Path) -> None:
    assert packs.install(folder, "My Layers").name == "my-layers"


def test_a_pack_is_not_installed_twice(packs: Packs, folder: Path, tmp_path: Path) -> None:
    packs.install(folder)
    make_folder(folder, {"c.md": question_text("C")})
    with pytest.raises(PackInstalledError, match="There is a pack layers already") as told:
        packs.install(folder)
    assert told.value.name == "layers"
    assert files(tmp_path / "packs" / "layers") == set(LAYERS)
    assert names(tmp_path / "packs") == ["layers"]


def test_an_update_tells_what_changed_and_keeps_the_old_one(
    packs: Packs, folder: Path, tmp_path: Path
) -> None:
    packs.install(folder)
    mine = make_folder(tmp_path / "packs" / "layers", {"deep/b.md": "My own change."})
    (folder / "a.md").unlink()
    make_folder(folder, {"c.md": question_text("C")})
    report = packs.update(folder)
    assert (report.added, report.changed, report.removed) == (("c.md",), ("deep/b.md",), ("a.md",))
    assert report.summary == "layers: 1 new, 1 changed, 1 gone."
    assert files(mine) == {"README.md", "c.md", "deep/b.md", "deep/b.png"}
    (old,) = (tmp_path / "bin").iterdir()
    assert old.name.startswith("layers-2026-11-22-")
    assert (old / "deep" / "b.md").read_text() == "My own change."
    assert packs.all() == (Pack("layers", 2),)


def test_an_update_without_changes_leaves_the_pack_alone(
    packs: Packs, folder: Path, tmp_path: Path
) -> None:
    packs.install(folder)
    assert packs.update(folder).summary == "layers: nothing changed."
    assert not (tmp_path / "bin").exists()


def test_only_an_installed_pack_is_updated(packs: Packs, folder: Path, tmp_path: Path) -> None:
    packs.install(folder)
    other = make_folder(tmp_path / "layer", LAYERS)
    with pytest.raises(AppError, match=r"There is no pack layer\. Did you mean layers"):
        packs.update(other)


def test_a_disabled_pack_is_kept_updated_and_comes_back(
    packs: Packs, folder: Path, tmp_path: Path
) -> None:
    packs.install(folder)
    packs.set_enabled("layers", is_enabled=False)
    packs.set_enabled("layers", is_enabled=False)
    assert packs.all() == (Pack("layers", 2, is_enabled=False),)
    make_folder(folder, {"c.md": question_text("C")})
    packs.update(folder)
    assert packs.all() == (Pack("layers", 3, is_enabled=False),)
    packs.set_enabled("layers", is_enabled=True)
    assert packs.all() == (Pack("layers", 3),)
    assert "c.md" in files(tmp_path / "packs" / "layers")


def test_a_removed_pack_is_in_the_bin(packs: Packs, folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        packs.install(folder)
        assert files(packs.remove("layers")) == set(LAYERS)
    assert packs.all() == ()
    assert len(names(tmp_path / "bin")) == 2
    with pytest.raises(AppError, match="There is no pack layers"):
        packs.remove("layers")


def test_an_update_that_ended_between_two_steps_is_mended(
    packs: Packs, folder: Path, tmp_path: Path
) -> None:
    packs.install(folder)
    (tmp_path / "packs" / "layers").rename(tmp_path / "packs" / ".layers.old")
    part = make_folder(tmp_path / "packs" / ".1234.part", LAYERS)
    os.utime(part, (1, 1))
    young = make_folder(tmp_path / "packs" / ".5678.part", LAYERS)
    assert packs.all() == ()
    packs.settle()
    assert packs.all() == (Pack("layers", 2),)
    assert not part.exists()
    assert young.exists()

    make_folder(tmp_path / "packs" / ".layers.old", LAYERS)
    packs.settle()
    assert len(names(tmp_path / "bin")) == 1


def test_there_may_be_no_packs_at_all(packs: Packs) -> None:
    packs.settle()
    assert packs.all() == ()
