"""Where the file of a question is."""

from contextlib import closing
from pathlib import Path

from desktop.bank.bank import Bank, BankEntry
from desktop.search.index import Index, with_sound_index
from desktop.search.known_files import KnownFiles


class QuestionFiles:
    """Knows by the index where to look, and looks through the folders where it does not say."""

    def __init__(self, bank: Bank, index: Path) -> None:
        self._bank = bank
        self._index = index

    def find_entry(self, key: str) -> BankEntry | None:
        """The file of a question and where it comes from; None if it is gone."""
        file_id = key.rpartition("/")[2]

        def known_paths(index: Index) -> list[str]:
            with closing(index.connect()) as connection:
                return KnownFiles(connection).paths(file_id)

        return self._bank.find_entry(key, with_sound_index(self._index, known_paths))
