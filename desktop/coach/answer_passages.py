"""An answer as the rule method sees it: its passages with their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from desktop.coach.bare_terms import bare_among
from desktop.coach.denials import denied_places, is_mostly_denied
from desktop.coach.passages import Passage, PassageKind, split_passages
from desktop.coach.plain_words import WordReader, Words

MOST_PASSAGES = 2_000
"""A long answer has some hundreds."""

_ECHO_SHARE = 0.8
_SPOKEN = (PassageKind.SENTENCE, PassageKind.HEADING)


@dataclass(frozen=True, slots=True)
class AnswerPassage:
    """A passage with its words; `denied` are the places of those under a negation.

    The whole is doubtful in a bare list of terms, and in an answer that denies nearly everything.
    """

    span: Passage
    words: Words
    vocabulary: frozenset[str]
    denied: frozenset[int]
    is_doubtful: bool


def read_answer(answer: str, prompt: Words, reader: WordReader) -> tuple[AnswerPassage, ...]:
    """The passages of an answer that hold words and do not just repeat the prompt."""
    asked = frozenset(pairwise(prompt.stems))
    kept: list[tuple[Passage, Words]] = []
    for span in islice(split_passages(answer), MOST_PASSAGES):
        words = reader.read(answer[span.start : span.end])
        if words.stems and not _repeats(words, asked):
            kept.append((span, words))
    sentences = [words for span, words in kept if span.kind is PassageKind.SENTENCE]
    is_turned = is_mostly_denied(sentences)
    bare = _bare(answer, [span for span, _ in kept])
    return tuple(
        AnswerPassage(
            span,
            words,
            words.vocabulary,
            denied_places(words),
            is_doubtful=is_turned or is_bare,
        )
        for (span, words), is_bare in zip(kept, bare, strict=True)
    )


def respell(passage: AnswerPassage, spellings: Mapping[str, str]) -> AnswerPassage:
    """The passage with some of its stems put in another spelling."""
    if passage.vocabulary.isdisjoint(spellings):
        return passage
    stems = tuple(spellings.get(stem, stem) for stem in passage.words.stems)
    words = replace(passage.words, stems=stems)
    return replace(passage, words=words, vocabulary=words.vocabulary)


def _bare(answer: str, spans: Sequence[Passage]) -> list[bool]:
    spoken = [answer[span.start : span.end] for span in spans if span.kind in _SPOKEN]
    is_bare = iter(bare_among(spoken))
    return [span.kind in _SPOKEN and next(is_bare) for span in spans]


def _repeats(words: Words, asked: frozenset[tuple[str, str]]) -> bool:
    pairs = list(pairwise(words.stems))
    repeated = sum(pair in asked for pair in pairs)
    return bool(pairs) and repeated >= _ECHO_SHARE * len(pairs)
