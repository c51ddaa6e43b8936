"""The bank's questions, as far as an import compares itself with them."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.importing.similar_questions import KnownQuestion
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem
from desktop.search.index import Index, with_sound_index
from desktop.search.similar_documents import find_similar_paths

MOST_READ = 1_000
"""In a bank of no more files every one is compared; in a larger one the index names some."""

MOST_SIMILAR = 100
FEW = 5
"""So many for each of many texts; the likest come first."""


class KnownQuestions:
    """Reads titles and prompts out of the bank, each file when it is reached."""

    def __init__(self, bank: Bank, index: Path) -> None:
        self._bank = bank
        self._index = index

    def like(self, text: str) -> Iterator[KnownQuestion]:
        """The questions with which a text is worth comparing, as far as they can be read."""
        paths = [file.path for file in islice(self._bank.files(_pass_over), MOST_READ + 1)]
        if len(paths) > MOST_READ:
            paths = self._similar(text)
        return self._read(paths)

    def like_any(self, texts: Iterable[str]) -> Iterator[KnownQuestion]:
        """The questions with which any of many texts is worth comparing, each of them once."""
        paths = [file.path for file in islice(self._bank.files(_pass_over), MOST_READ + 1)]
        if len(paths) > MOST_READ:
            paths = list(
                dict.fromkeys(path for text in texts for path in self._similar(text, FEW))
            )
        return self._read(paths)

    def _similar(self, text: str, most: int = MOST_SIMILAR) -> list[str]:
        def find(index: Index) -> list[str]:
            with closing(index.connect()) as connection:
                return list(find_similar_paths(connection, text, most))

        return with_sound_index(self._index, find)

    def _read(self, paths: Iterable[str]) -> Iterator[KnownQuestion]:
        for entry in self._bank.entries(paths):
            try:
                question = self._bank.read(entry.path).question
            except AppError:  # the refresh of the index tells of files that cannot be read
                continue
            yield KnownQuestion(entry.key, question.title, question.prompt)


def _pass_over(_problem: Problem) -> None:
    """The refresh of the index tells of folders that cannot be read as well."""
