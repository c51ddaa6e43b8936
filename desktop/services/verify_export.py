"""Comparing an export with its manifest."""

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.services.export_manifest import MANIFEST_NAME, checksum, find_manifest
from desktop.services.library_manifest import is_library, read_library_manifest


@dataclass(frozen=True, slots=True)
class VerifiedExport:
    """How many files the manifest names, and which of them are gone or hold something else."""

    total: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not self.missing and not self.changed


def verify_export(folder: Path) -> VerifiedExport:
    """Compare every file with its checksum; raises AppError where there is no export."""
    manifest = find_manifest(folder)
    library = read_library_manifest(folder) if is_library(folder) else None
    if manifest is None and library is None:
        raise AppError(
            f"{folder} holds no export: there is no {MANIFEST_NAME} in it.",
            "Name the folder that was exported to.",
        )
    expected = manifest.checksums() if manifest else {}
    expected |= library.checksums() if library else {}
    present = [name for name in expected if (folder / name).is_file()]
    return VerifiedExport(
        total=len(expected),
        missing=tuple(name for name in expected if name not in present),
        changed=tuple(name for name in present if _differs(folder / name, expected[name])),
    )


def _differs(path: Path, expected: str) -> bool:
    return path.is_symlink() or checksum(path.read_bytes()) != expected
