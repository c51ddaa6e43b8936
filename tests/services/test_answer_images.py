import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.bank.question_file import read_question
from desktop.domain.errors import AppError
from desktop.rendering.page_tree import Image, Paragraph
from desktop.rendering.render_page import render_markdown
from desktop.services.answer_images import (
    MOST_BYTES,
    AnswerImages,
    answer_images,
    image_names,
    keep_image,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PNG = b"\x89PNG picture"


def test_a_picture_is_kept_under_its_question_and_read_again(tmp_path: Path) -> None:
    first = keep_image(tmp_path, "my pack/ridge", PNG, NOON)
    second = keep_image(tmp_path, "my pack/ridge", b"other", NOON)
    assert first == f"images/my-pack-ridge/{NOON.astimezone():%Y-%m-%d-%H%M%S}.png"
    assert second == first.replace(".png", "-2.png")
    images = AnswerImages(tmp_path, ("my pack/ridge",))
    assert (images(first), images(second)) == (PNG, b"other")
    assert list(image_names(f"See ![]({first}) and ![b]({second}).")) == [first, second]


def test_a_page_shows_the_name_of_a_kept_picture(tmp_path: Path) -> None:
    name = keep_image(tmp_path, "../ünïcode (1)", PNG, NOON)
    (paragraph,) = render_markdown(f"![]({name})").blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (Image(name, ""),)


def test_pictures_of_other_questions_and_other_paths_are_not_read(tmp_path: Path) -> None:
    data = tmp_path / "data"
    ridge = keep_image(data, "ridge", PNG, NOON)
    lasso = keep_image(data, "lasso", PNG, NOON)
    (tmp_path / "secret.png").write_bytes(b"secret")
    images = AnswerImages(data, ("ridge",))
    assert images(ridge) == PNG
    for name in (
        lasso,
        ridge.replace("ridge/", "ridge/../lasso/"),
        "../secret.png",
        "images/ridge/../../../secret.png",
        str(tmp_path / "secret.png"),
        "journal.sqlite",
        "images/ridge/none.png",
        "",
    ):
        assert images(name) is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    name = keep_image(data, "ridge", PNG, NOON)
    (tmp_path / "secret.png").write_bytes(b"secret")
    (data / "images/ridge/link.png").symlink_to(tmp_path / "secret.png")
    (data / "images/lasso").symlink_to(data / "images/ridge")
    images = AnswerImages(data, ("ridge", "lasso"), question_folder=data / "images/ridge")
    assert images("images/ridge/link.png") is None
    assert images(name.replace("ridge", "lasso")) is None
    assert images("link.png") is None
    assert images("../../../secret.png") is None


def test_pictures_beside_the_question_and_from_before_a_rename_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "figure.png").write_bytes(b"figure")
    old = keep_image(tmp_path / "data", "pack/old-name", PNG, NOON)
    file = read_question("---\ntitle: t\nformerly: [old-name]\n---\n", path=folder / "new.md")
    images = answer_images(tmp_path / "data", "pack/new", file)
    assert (images("figure.png"), images(old)) == (b"figure", PNG)


def test_a_picture_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="larger than 20 MB"):
        keep_image(tmp_path, "ridge", bytes(MOST_BYTES + 1), NOON)
    assert not list(tmp_path.iterdir())


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "images").write_text("a file in the way")
    with pytest.raises(AppError, match="could not be written"):
        keep_image(tmp_path, "ridge", PNG, NOON)
    assert [path.name for path in tmp_path.iterdir()] == ["images"]
