"""The pictures of exported answers, copied beside them."""

import os
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.files import replace_file
from desktop.services.answer_images import AnswerImages, image_names


def copy_images(texts: Iterable[str], images: AnswerImages, folder: Path) -> None:
    """Copy the pasted pictures that texts show to the same names in a folder.

    A file of that name which is something else stays. Raises AppError if the disk refuses.
    """
    for name in sorted({name for text in texts for name in image_names(text)}):
        source = images.find_pasted(name)
        if source is not None:
            _copy(source, folder / name, folder)


def _copy(source: Path, target: Path, folder: Path) -> None:
    is_inside = Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder))
    if target.is_symlink() or target.exists() or not is_inside:
        return
    try:
        content = source.read_bytes()
    except OSError as error:
        raise AppError(
            f"The picture {source} cannot be read: {error.strerror}.", "Allow reading it."
        ) from error
    replace_file(target, content)
