"""Feedback on an answer: the question's points beside it, by words weighed on the bank."""

from collections.abc import Iterator, Sequence
from threading import Lock

from desktop.bank.bank import Bank
from desktop.coach.plain_words import WordReader
from desktop.coach.rule_method import RuleMethod
from desktop.coach.semantic_method import SemanticMethod
from desktop.coach.word_weights import WordWeights, weigh_words
from desktop.domain.errors import AppError
from desktop.domain.feedback import RULE, SEMANTIC, AnswerFeedback
from desktop.domain.list_items import read_items
from desktop.domain.problem import Problem
from desktop.domain.question import Part, Question
from desktop.domain.rubric import RubricPoint

METHODS = (RULE, SEMANTIC)
WHAT_IT_SEES = (
    "This feedback finds wording close to an expected point; it does not check that you are right."
)
MOST_WEIGHED = 50
"""Files whose words are counted, spread over the bank: enough to tell rare words from usual ones,
in less than half a second."""


class GiveFeedback:
    """Judges answers; may be called from any thread.

    The first call reads some of the bank; what it finds out of its words is kept.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._lock = Lock()
        self._words: tuple[WordReader, WordWeights] | None = None
        self._methods: dict[str, RuleMethod | SemanticMethod] = {}

    def on_answer(self, question: Question, answer: str, method: str = RULE) -> AnswerFeedback:
        """What a method says of an answer; raises AppError if it is not installed."""
        topics = read_items(question.parts.get(Part.KEY_TOPICS, ""))
        asked = f"{question.title}\n\n{question.prompt}"
        return self._method(method).judge(asked, question.points, topics, answer)

    def on_points(
        self, prompt: str, points: Sequence[RubricPoint], answer: str, method: str = RULE
    ) -> AnswerFeedback:
        """What a method says of an answer to a question that is not in the bank, as above."""
        return self._method(method).judge(prompt, points, (), answer)

    def _method(self, name: str) -> RuleMethod | SemanticMethod:
        with self._lock:
            if self._words is None:
                reader = WordReader()
                self._words = reader, weigh_words(self._texts(), reader)
            if name not in self._methods:
                build = SemanticMethod if name == SEMANTIC else RuleMethod
                self._methods[name] = build(*self._words)
            return self._methods[name]

    def _texts(self) -> Iterator[str]:
        paths = sorted(found.path for found in self._bank.files(_pass_over))
        step = -(-len(paths) // MOST_WEIGHED) or 1
        for path in paths[::step]:
            try:
                yield self._bank.read(path).text
            except AppError:  # gone or unreadable; the words of the others will do
                continue


def _pass_over(_problem: Problem) -> None:
    """A refresh of the index tells of folders that cannot be read."""
