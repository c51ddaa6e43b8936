"""Keeps what each import wrote in the data folder, so that it can be undone after a restart."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from desktop.domain.errors import AppError
from desktop.domain.import_receipt import ImportReceipt, UndoneImport, WrittenFile
from desktop.files import replace_file

_RECEIPT = "receipt.json"
_FORMER = "former"


def digest_of(content: bytes) -> str:
    """The name by which a receipt knows the bytes of a file."""
    return sha256(content).hexdigest()


class ImportReceipts:
    """A folder with one folder per import: its receipt and the bytes it replaced.

    Paths below `root` are kept relative to it, so that a moved data folder can still be undone.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root

    def begin(self, name: str, now: datetime, contents: Mapping[Path, bytes]) -> ImportReceipt:
        """Put down what is about to be written, with what stands there; nothing else changes."""
        receipt_id = f"{self._next_number():08d}-{uuid4().hex[:8]}"
        files = tuple(
            WrittenFile(path, digest_of(content), self._keep_former(receipt_id, path))
            for path, content in contents.items()
        )
        receipt = ImportReceipt(receipt_id, name, now, files)
        replace_file(self._folder / receipt_id / _RECEIPT, self._as_json(receipt))
        return receipt

    def all(self) -> Iterator[ImportReceipt]:
        """Yield the receipts of imports that can be undone, the newest first."""
        places = sorted(self._folder.glob(f"*/{_RECEIPT}"), reverse=True)
        for place in places:
            try:
                yield self._from_json(json.loads(place.read_bytes()))
            except (OSError, ValueError, KeyError, TypeError, RecursionError):  # damaged
                continue

    def undo(self, receipt: ImportReceipt) -> UndoneImport:
        """Take back what an import wrote, but for files that were changed since.

        May be called again after it was broken off. Raises AppError if the disk refuses.
        """
        removed = restored = 0
        kept: list[Path] = []
        for file in receipt.files:
            standing = _digest_at(file.path)
            if standing in {file.former, ""}:
                continue
            if standing != file.digest:
                kept.append(file.path)
            elif file.former:
                replace_file(file.path, self._former_bytes(receipt.id, file))
                restored += 1
            else:
                _remove(file.path)
                removed += 1
        self._forget(receipt.id, keeps_former=bool(kept))
        return UndoneImport(removed, restored, tuple(kept))

    def _next_number(self) -> int:
        """One more than any import has, as the clock may be set back between two."""
        starts = (place.name.partition("-")[0] for place in self._folder.glob("*-*"))
        return max((int(start) for start in starts if start.isdecimal()), default=0) + 1

    def _keep_former(self, receipt_id: str, path: Path) -> str:
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise AppError(
                f"{path.name}, which is to be replaced, cannot be read: {error.strerror}. "
                "Nothing was imported.",
                "Check that the file may be read, or skip the question.",
            ) from error
        digest = digest_of(content)
        replace_file(self._folder / receipt_id / _FORMER / digest, content)
        return digest

    def _former_bytes(self, receipt_id: str, file: WrittenFile) -> bytes:
        try:
            return (self._folder / receipt_id / _FORMER / file.former).read_bytes()
        except OSError as error:
            raise AppError(
                f"What stood in {file.path.name} before the import is gone: {error.strerror}. "
                "Nothing more was undone.",
                "Take the file from a backup.",
            ) from error

    def _forget(self, receipt_id: str, *, keeps_former: bool) -> None:
        folder = self._folder / receipt_id
        try:
            (folder / _RECEIPT).unlink(missing_ok=True)
            if not keeps_former:
                shutil.rmtree(folder)
        except OSError as error:
            raise AppError(
                f"The receipt of the import cannot be removed: {error.strerror}.",
                f"Check that {folder} may be written to.",
            ) from error

    def _as_json(self, receipt: ImportReceipt) -> bytes:
        value = {
            "id": receipt.id,
            "name": receipt.name,
            "imported_at": receipt.imported_at.isoformat(),
            "files": [
                {"path": self._told(one.path), "digest": one.digest, "former": one.former}
                for one in receipt.files
            ],
        }
        return json.dumps(value, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")

    def _from_json(self, value: Mapping[str, str | Sequence[Mapping[str, str]]]) -> ImportReceipt:
        files = value["files"]
        return ImportReceipt(
            id=Path(str(value["id"])).name,
            name=str(value["name"]),
            imported_at=datetime.fromisoformat(str(value["imported_at"])),
            files=tuple(
                WrittenFile(self._root / one["path"], one["digest"], Path(one["former"]).name)
                for one in files
                if not isinstance(one, str)
            ),
        )

    def _told(self, path: Path) -> str:
        absolute = path.absolute()
        if absolute.is_relative_to(self._root):
            return absolute.relative_to(self._root).as_posix()
        return str(absolute)


def _digest_at(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise AppError(
            f"{path.name} cannot be read: {error.strerror}. Nothing more was undone.",
            "Check that the file may be read, then undo again.",
        ) from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise AppError(
            f"{path.name} cannot be removed: {error.strerror}. Nothing more was undone.",
            f"Check that {path.parent} may be written to, then undo again.",
        ) from error
