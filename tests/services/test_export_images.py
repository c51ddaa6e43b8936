import json
from pathlib import Path

import pytest
from export_samples import NOON, Desk

from desktop.domain.errors import AppError
from desktop.services.answer_images import keep_image
from desktop.services.export_manifest import MANIFEST_NAME
from desktop.services.verify_export import VerifiedExport, verify_export


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_pictures_go_beside_the_exported_answer(desk: Desk, tmp_path: Path) -> None:
    data = tmp_path / "data"
    name = keep_image(data, "ridge", b"png", NOON)
    unused = keep_image(data, "ridge", b"png", NOON)
    foreign = keep_image(data, "lasso", b"png", NOON)
    desk.answer("ridge", f"See ![]({name}) and ![]({foreign}) and ![](../x.png).")
    for _ in range(2):
        report = desk.export(data_folder=data)
        assert str(report).startswith("1 of 1 exported")
        assert (desk.target / name).read_bytes() == b"png"
        assert not (desk.target / unused).exists()
        assert not (desk.target / foreign).exists()
    assert f"![]({name})" in (desk.target / "ridge.md").read_text(encoding="utf-8")


def test_a_file_that_is_there_already_stays(desk: Desk, tmp_path: Path) -> None:
    data = tmp_path / "data"
    name = keep_image(data, "ridge", b"png", NOON)
    desk.answer("ridge", f"![]({name})")
    (desk.target / name).parent.mkdir(parents=True)
    (desk.target / name).write_bytes(b"mine")
    desk.export(data_folder=data)
    assert (desk.target / name).read_bytes() == b"mine"
    assert verify_export(desk.target).total == 1


def test_pictures_are_verified_with_the_answers(desk: Desk, tmp_path: Path) -> None:
    data = tmp_path / "data"
    name = keep_image(data, "ridge", b"png", NOON)
    desk.answer("ridge", f"![]({name})")
    desk.export(data_folder=data)
    assert verify_export(desk.target) == VerifiedExport(total=2, missing=(), changed=())
    (desk.target / name).write_bytes(b"edited")
    desk.export(data_folder=data)
    assert verify_export(desk.target).changed == (name,)
    (desk.target / name).unlink()
    assert verify_export(desk.target).missing == (name,)
    desk.export(data_folder=data)
    assert verify_export(desk.target).is_whole


def test_an_export_of_before_pictures_were_listed_is_taken_over(
    desk: Desk, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    name = keep_image(data, "ridge", b"png", NOON)
    desk.answer("ridge", f"![]({name})")
    desk.export(data_folder=data)
    manifest = desk.target / MANIFEST_NAME
    earlier = json.loads(manifest.read_bytes())
    del earlier["images"]
    manifest.write_text(json.dumps(earlier), encoding="utf-8")
    assert verify_export(desk.target).total == 1
    desk.export(data_folder=data)
    assert verify_export(desk.target).total == 2


@pytest.mark.parametrize("name", ["../secret.png", "images/../../x.png", "/etc/x.png", 3])
def test_a_manifest_that_leads_out_of_its_folder_is_refused(desk: Desk, name: str | int) -> None:
    desk.target.mkdir()
    images = [{"name": name, "sha256": "0"}]
    manifest = json.dumps({"format": 1, "files": [], "images": images})
    (desk.target / MANIFEST_NAME).write_text(manifest, encoding="utf-8")
    with pytest.raises(AppError, match="damaged"):
        verify_export(desk.target)
