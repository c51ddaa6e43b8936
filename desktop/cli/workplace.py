"""The bank and the journal a command works on."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.bank.bin_folder import BinFolder
from desktop.bank.packs import Packs
from desktop.domain.errors import AppError
from desktop.files import make_folder
from desktop.journal.journal_reader import JournalReader
from desktop.settings.folders import Folders, find_folders


@dataclass(frozen=True, slots=True)
class Workplace:
    """Opens what a command needs, and nothing before it is asked for."""

    folders: Folders

    @classmethod
    def find(cls, data: str | None) -> "Workplace":
        """The person's own, or the one in the folder `data`."""
        folders = find_folders(Path(data) if data else None)
        with suppress(OSError):  # whoever needs the folder says what is wrong with it
            make_folder(folders.cache.parent)
        return cls(folders)

    def now(self) -> datetime:
        """The wall time, UTC-aware."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Today by the local clock."""
        return self.now().astimezone().date()

    def bank(self, own: Path | None = None) -> Bank:
        """The bank; `own` takes the place of the person's own folder."""
        folders = self.folders
        return Bank(
            find_sources(folders.shipped_questions, own or folders.own_questions, folders.packs)
        )

    def packs(self) -> Packs:
        """The packs of questions; what is left of an update that broke off is put right first."""
        packs = Packs(self.folders.packs, BinFolder(self.folders.bin / "packs", _now))
        packs.settle()
        return packs

    def open_journal(self) -> JournalReader:
        """The journal, made if there is none; raises AppError if it cannot be opened."""
        try:
            make_folder(self.folders.data)
        except OSError as error:
            raise AppError(
                f"The folder {self.folders.data} cannot be made: {error.strerror}.",
                "Choose another with --data DIR.",
            ) from error
        return JournalReader.open(self.folders.journal)


def _now() -> datetime:
    return datetime.now(UTC)
