"""Looking, every now and then, whether the files of the bank or its index changed."""

from pathlib import Path
from typing import NamedTuple

from desktop.bank.file_scan import FoundFile, find_file
from desktop.bank.folder_stamps import FolderStamps
from desktop.search.index import open_index
from desktop.services.question_files import QuestionFiles

BUDGET_S = 0.008
"""Every look takes about this long, so that a bank of any size costs the same."""


class SeenChanges(NamedTuple):
    """Files and folders that changed; or the index was lost, and all is to be read again."""

    paths: tuple[str, ...] = ()
    is_index_lost: bool = False

    @property
    def are_none(self) -> bool:
        return not self.paths and not self.is_index_lost


class WatchBank:
    """Looks at the folders, the file of the question on show and the index file.

    It asks the file system again and again, since network drives do not tell of changes and the
    folders of local ones do not tell of text written into a file. One look at a time.
    """

    def __init__(self, files: QuestionFiles, index: Path, stamps: FolderStamps) -> None:
        self._files = files
        self._index = index
        self._stamps = stamps
        self._index_number = 0
        self._shown_key = ""
        self._shown_path = ""
        self._shown: FoundFile | None = None

    def look(self, shown_key: str) -> SeenChanges:
        """What changed since the look before; `shown_key` is the question on show, or ""."""
        changed = dict.fromkeys(self._stamps.look(BUDGET_S))
        if self._has_shown_changed(shown_key):
            changed[self._shown_path] = None
        return SeenChanges(tuple(changed), is_index_lost=self._is_index_lost())

    def _is_index_lost(self) -> bool:
        """Whether a file that is not filled yet has taken the place of the index."""
        try:
            number = self._index.stat().st_ino
        except FileNotFoundError:
            number = 0
        before, self._index_number = self._index_number, number
        return number == 0 or (number != before and open_index(self._index).needs_rebuild)

    def _has_shown_changed(self, key: str) -> bool:
        if key != self._shown_key:
            entry = self._files.find_entry(key) if key else None
            self._shown_key = key
            self._shown_path = entry.path if entry else ""
            self._shown = find_file(self._shown_path)
            return False
        if find_file(self._shown_path) == self._shown:
            return False
        self._shown_key = ""  # its file may be another one by the next look
        return True
