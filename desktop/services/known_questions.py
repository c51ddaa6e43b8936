"""The bank's questions, as far as an import compares itself with them."""

from collections.abc import Iterator

from desktop.bank.bank import Bank
from desktop.bank.importing.similar_questions import KnownQuestion
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem


class KnownQuestions:
    """Reads titles and prompts out of the bank, each file when it is reached."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def all(self) -> Iterator[KnownQuestion]:
        """Every question that can be read."""
        for entry in self._bank.entries(file.path for file in self._bank.files(_pass_over)):
            try:
                question = self._bank.read(entry.path).question
            except AppError:  # the refresh of the index tells of files that cannot be read
                continue
            yield KnownQuestion(entry.key, question.title, question.prompt)


def _pass_over(_problem: Problem) -> None:
    """The refresh tells of folders that cannot be read as well."""
