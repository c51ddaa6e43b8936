"""Knows which words are misspelt, and asks about others where no key is kept waiting."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.later import Later
from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.spelling.speller import Speller

PAUSE_MS = 100
"""Words met within so much time are asked about together."""


class Suggestions(NamedTuple):
    """What may be meant by a word."""

    word: str
    meant: tuple[str, ...]


class SpellingController(QObject):
    """Judges words off the UI thread, once each; says nothing where there is no dictionary."""

    judged = Signal()
    verdicts_changed = Signal()
    suggested = Signal(object)

    def __init__(
        self,
        speller: "Later[Speller | None]",
        runner: TaskRunner,
        parent: QObject | None = None,
        *,
        is_wanted: bool,
    ) -> None:
        super().__init__(parent)
        self._speller = speller
        self._runner = runner
        self._is_wanted = is_wanted
        self._is_absent = False
        self._is_asking = False
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def is_on(self) -> bool:
        """Whether words are checked."""
        return self._is_wanted and not self._is_absent

    def set_wanted(self, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        """Check spelling from now on, or no more."""
        self._is_wanted = is_wanted
        self.verdicts_changed.emit()

    def is_misspelt(self, word: str) -> bool:
        """Whether a word is known to be misspelt."""
        return self.is_on and not self._known.get(word, True)

    def all_judged(self, words: Iterable[str]) -> bool:
        """Whether all words are judged; if not, they will be, and `judged` tells."""
        if not self.is_on:
            return True
        unknown = [word for word in words if word not in self._known]
        self._asked.update(unknown)
        if unknown and not self._is_asking:
            self._soon.start()
        return not unknown

    def suggest(self, word: str) -> None:
        """Ask what may be meant by a word."""
        self._runner.run(
            "suggestions", partial(_suggest, self._speller, word), self.suggested.emit
        )

    def learn(self, word: str) -> None:
        """Add a word to the person's dictionary."""
        self.ignore(word)
        self._runner.run("own words", partial(_learn, self._speller, word), _nothing)

    def ignore(self, word: str) -> None:
        """Take a word for right in this session."""
        self._known[word] = True
        self.verdicts_changed.emit()

    def _ask(self) -> None:
        words, self._asked = frozenset(self._asked), set()
        self._is_asking = True
        self._runner.run("spelling", partial(_judge, self._speller, words), self._note)

    def _note(self, verdicts: dict[str, bool] | None) -> None:
        self._is_asking = False
        if verdicts is None:
            self._is_absent = True
            return
        self._known.update(verdicts)
        if self._asked:
            self._soon.start()
        self.judged.emit()


def _judge(speller: "Later[Speller | None]", words: frozenset[str]) -> dict[str, bool] | None:
    """Whether each word is right; None without a dictionary."""
    found = speller()
    if found is None:
        return None
    misspelt = found.misspelt(words)
    return {word: word not in misspelt for word in words}


def _suggest(speller: "Later[Speller | None]", word: str) -> Suggestions:
    found = speller()
    return Suggestions(word, found.suggestions(word) if found else ())


def _learn(speller: "Later[Speller | None]", word: str) -> None:
    found = speller()
    if found:
        found.learn(word)


def _nothing(_result: None) -> None:
    """There is nothing to do when a word is kept."""
