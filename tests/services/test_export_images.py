from pathlib import Path

import pytest
from export_samples import NOON, Desk

from desktop.services.answer_images import keep_image


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
