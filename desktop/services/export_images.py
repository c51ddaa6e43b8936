"""The pictures of exported answers, copied beside them."""

import os
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.files import replace_file
from desktop.services.answer_images import AnswerImages, image_names
from desktop.services.export_manifest import checksum


def copy_images(texts: Iterable[str], images: AnswerImages, folder: Path) -> dict[str, str]:
    """Copy the pasted pictures that texts show to the same names in a folder.

    Gives the checksums of the copies by their names. A file of that name which is something else
    stays and is not among them. Raises AppError if the disk refuses.
    """
    copies: dict[str, str] = {}
    for name in sorted({name for text in texts for name in image_names(text)}):
        source = images.find_pasted(name)
        if source is not None:
            content = _read(source)
            if _is_copied(content, folder / name, folder):
                copies[name] = checksum(content)
    return copies


def _is_copied(content: bytes, target: Path, folder: Path) -> bool:
    """Write a picture unless its place is taken; whether it is there now."""
    is_inside = Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder))
    if target.is_symlink() or not is_inside:
        return False
    if target.exists():
        return target.is_file() and _read(target) == content
    replace_file(target, content)
    return True


def _read(picture: Path) -> bytes:
    try:
        return picture.read_bytes()
    except OSError as error:
        raise AppError(
            f"The picture {picture} cannot be read: {error.strerror}.", "Allow reading it."
        ) from error
