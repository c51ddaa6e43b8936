"""Comparing an export with its manifest."""

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.services.export_manifest import MANIFEST_NAME, checksum, find_manifest


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
    if manifest is None:
        raise AppError(
            f"{folder} holds no export: there is no {MANIFEST_NAME} in it.",
            "Name the folder that was exported to.",
        )
    files = sorted(manifest.files.values(), key=lambda one: one.name)
    present = [one for one in files if (folder / one.name).is_file()]
    return VerifiedExport(
        total=len(files),
        missing=tuple(one.name for one in files if one not in present),
        changed=tuple(one.name for one in present if _differs(folder / one.name, one.sha256)),
    )


def _differs(path: Path, expected: str) -> bool:
    return path.is_symlink() or checksum(path.read_bytes()) != expected
