"""Packs of questions, good and hostile, as folders and as .zip files."""

import stat
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

QUESTION = "---\ntitle: {title}\n---\n\nWhy does {title} hold?\n"


def question_text(title: str) -> str:
    return QUESTION.format(title=title)


def make_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def make_zip(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A .zip with these entries, under whatever names."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def add_link(path: Path, name: str, target: str) -> None:
    """Add an entry that unpacks as a symbolic link."""
    info = ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(path, "a") as archive:
        archive.writestr(info, target)
