"""Pictures pasted into answers: files in the data folder, named by the answer's text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.bank.question_file import QuestionFile
from desktop.domain.errors import AppError
from desktop.files import replace_file

IMAGES = "images"
MOST_BYTES = 20_000_000
_NAME = re.compile(r"[\w-][\w. -]*(?:/[\w-][\w. -]*)*\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)
_SHOWN = re.compile(r"!\[[^\]\n]*\]\(<?(?P<name>[^)>\n]+)>?\)")


def keep_image(data_folder: Path, key: str, png: bytes, moment: datetime) -> str:
    """Write a picture beside a question's draft; its name for the text, relative to the folder.

    Raises AppError if it is too large or the disk refuses; nothing else is touched then.
    """
    if len(png) > MOST_BYTES:
        raise AppError(
            f"The picture is larger than {MOST_BYTES // 1_000_000} MB, so it was not pasted.",
            "Make it smaller and paste it again.",
        )
    folder = f"{IMAGES}/{_folder_name(key)}"
    stem = f"{moment.astimezone():%Y-%m-%d-%H%M%S}"
    number = 1
    while (data_folder / (name := f"{folder}/{_numbered(stem, number)}.png")).exists():
        number += 1
    replace_file(data_folder / name, png)
    return name


def image_names(markdown: str) -> Iterator[str]:
    """The names of the pictures a text shows."""
    return (match["name"].strip() for match in _SHOWN.finditer(markdown))


@dataclass(frozen=True, slots=True)
class AnswerImages:
    """The pictures the answers to one question may show.

    They are those pasted under one of its `keys`, the present one and former ones, and those in
    the folder of its file; nothing behind a link, and no other path.
    """

    data_folder: Path
    keys: tuple[str, ...]
    question_folder: Path | None = None

    def __call__(self, name: str) -> bytes | None:
        """The bytes of a picture; None if there is none that may be shown."""
        path = self.find_pasted(name) or self._find_beside(name)
        try:
            return path.read_bytes() if path and path.stat().st_size <= MOST_BYTES else None
        except OSError:
            return None

    def find_pasted(self, name: str) -> Path | None:
        """The file of a picture that was pasted into an answer."""
        folders = {f"{IMAGES}/{_folder_name(key)}" for key in self.keys}
        return _find(self.data_folder, name) if name.rpartition("/")[0] in folders else None

    def _find_beside(self, name: str) -> Path | None:
        return _find(self.question_folder, name) if self.question_folder else None


def answer_images(data_folder: Path, key: str, file: QuestionFile) -> AnswerImages:
    """The pictures the answers to a question may show, also those from before it was renamed."""
    pack = key.rpartition("/")[0]
    former = [f"{pack}/{old}" if pack else old for old in file.question.formerly]
    return AnswerImages(data_folder, (key, *former, *file.question.formerly), file.path.parent)


def _find(folder: Path, name: str) -> Path | None:
    """A file within a folder, if no part of its name is a link."""
    if not _NAME.fullmatch(name) or ".." in name:
        return None
    path = folder
    for part in name.split("/"):
        path /= part
        if path.is_symlink():
            return None
    return path if path.is_file() else None


def _folder_name(key: str) -> str:
    return re.sub(r"[^\w-]+", "-", key)


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"
