"""What is typed into a question before it is saved, kept in the data folder."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock

from desktop.domain.errors import AppError
from desktop.files import replace_file

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text that was not saved, when it was typed, and the digest of the text it began from."""

    text: str
    typed_at: datetime
    digest: str


def find_unsaved(folder: Path) -> str | None:
    """The key of the question that was edited last and not saved, "" for a new one."""
    newest: tuple[datetime, str] | None = None
    for path in folder.glob("*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):  # as in `find`
            read = json.loads(path.read_text(encoding="utf-8"))
            found = datetime.fromisoformat(read["typed_at"]), str(read["key"])
            newest = max(newest or found, found)
    return None if newest is None else newest[1]


class KeptEdit:
    """Keeps the newest text of one question while it is edited; every thread may call."""

    def __init__(self, folder: Path, key: str, now: Callable[[], datetime]) -> None:
        name = re.sub(r"[^\w-]+", "-", key or "new question")[:_LONGEST_NAME]
        self._key = key
        self._path = folder / f"{name}-{sha256(key.encode()).hexdigest()[:8]}.json"
        self._now = now
        self._turn = Lock()
        self._is_over = False
        self._newest = 0

    def find(self) -> KeptText | None:
        """The text that was kept; None if there is none that can be read."""
        try:
            read = json.loads(self._path.read_text(encoding="utf-8"))
            return KeptText(
                str(read["text"]), datetime.fromisoformat(read["typed_at"]), str(read["digest"])
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None  # what another program made of the file is no text to go on with

    def keep(self, text: str, digest: str, number: int) -> None:
        """Keep a text; raises AppError if the disk refuses.

        One with a lower number than what is kept came late, and after `drop` all do.
        """
        said = {
            "key": self._key,
            "text": text,
            "typed_at": self._now().isoformat(),
            "digest": digest,
        }
        with self._turn:
            if not self._is_over and number > self._newest:
                replace_file(self._path, json.dumps(said).encode())
                self._newest = number

    def drop(self) -> None:
        """Forget the text: it was saved, or is not wanted."""
        with self._turn:
            self._is_over = True
            try:
                self._path.unlink(missing_ok=True)
            except OSError as error:
                raise AppError(
                    f"{self._path} could not be removed: {error.strerror or error}.",
                    "Check that its folder may be written to.",
                ) from error
