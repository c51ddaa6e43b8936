"""The list of what an export wrote, by which the next one knows its own files."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.files import replace_file
from desktop.services.export_file_names import folded_name

MANIFEST_NAME = "greenroom-export.json"
FORMAT = 1

_OUR_NAME = re.compile(r"[^./\\:\0][^/\\:\0]*\.md")
_OUR_IMAGE = re.compile(r"images/[\w-]+/[\w-][\w. -]*")


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file of an export: its name, its question, its checksum as written, its attempts."""

    name: str
    question: str
    sha256: str
    attempts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportManifest:
    """The files of an export by the key of their question, and checksums of its pictures by name.

    An export of an earlier version says nothing of its pictures.
    """

    files: Mapping[str, ExportedFile] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)

    def checksums(self) -> dict[str, str]:
        """The checksum of every file as it was written, by its name in the folder."""
        files = sorted(self.files.values(), key=lambda one: one.name)
        return {one.name: one.sha256 for one in files} | dict(sorted(self.images.items()))

    def to_bytes(self) -> bytes:
        """The manifest as JSON, the same for the same files."""
        files = sorted(self.files.values(), key=lambda one: one.name)
        images = [{"name": name, "sha256": self.images[name]} for name in sorted(self.images)]
        document = {
            "format": FORMAT,
            "files": [asdict(one) for one in files],
            "images": images,
        }
        return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def checksum(content: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return sha256(content).hexdigest()


def find_manifest(folder: Path) -> ExportManifest | None:
    """The manifest in a folder, None without one; raises AppError if it cannot be trusted."""
    path = folder / MANIFEST_NAME
    if path.is_symlink():
        raise _unusable(path, "is a link")
    try:
        document = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable(path, f"cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise _unusable(path, "is damaged") from error
    if isinstance(document, dict) and document.get("format", FORMAT) != FORMAT:
        raise _unusable(path, "was written by a newer Greenroom")
    try:
        files = [_read_file(one) for one in document["files"]]
        images = dict(_read_image(one) for one in document.get("images", ()))
    except (KeyError, TypeError, ValueError) as error:
        raise _unusable(path, "is damaged") from error
    if len({folded_name(one.name) for one in files}) < len(files):
        raise _unusable(path, "names a file twice")
    return ExportManifest({one.question: one for one in files}, images)


def write_manifest(folder: Path, manifest: ExportManifest, before: ExportManifest) -> None:
    """Write the manifest unless it is the one from before; raises AppError if the disk refuses."""
    if manifest.to_bytes() != before.to_bytes():
        replace_file(folder / MANIFEST_NAME, manifest.to_bytes())


def _read_file(values: Mapping[str, object]) -> ExportedFile:
    name, question, digest = values["name"], values["question"], values["sha256"]
    attempts = values["attempts"]
    if not (isinstance(name, str) and isinstance(question, str) and isinstance(digest, str)):
        raise TypeError
    if not isinstance(attempts, list) or not _OUR_NAME.fullmatch(name):
        raise ValueError(name)  # one that leads out of the folder, or to a hidden file
    return ExportedFile(name, question, digest, tuple(map(str, attempts)))


def _read_image(values: Mapping[str, object]) -> tuple[str, str]:
    name, digest = values["name"], values["sha256"]
    if not (isinstance(name, str) and isinstance(digest, str)):
        raise TypeError
    if not _OUR_IMAGE.fullmatch(name):
        raise ValueError(name)  # one that leads elsewhere
    return name, digest


def _unusable(path: Path, fault: str) -> AppError:
    return AppError(
        f"The list of exported files {path} {fault}. Nothing was changed.",
        "Move it away, or choose another folder.",
    )
