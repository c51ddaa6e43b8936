"""The chips of a page: short values one to a line, or several with signs between them."""

import re
from collections.abc import Sequence
from datetime import date

from desktop.bank.importing.page_facts import Fact, FactKind, unlabelled_facts
from desktop.bank.importing.page_lines import bare_words
from desktop.bank.importing.page_vocabulary import (
    find_category,
    find_difficulty,
    find_role,
    find_round,
)

_SIGNS_BETWEEN = re.compile(r"\s*[|·•∙‣›»⋅\t]\s*|\s+[-–—/>]\s+|\s{2,}")
_COMMAS = re.compile(r"\s*[,;]\s*")
_LONGEST_CHIP = 45
_LONGEST_CHIP_WORDS = 5


def looks_like_chip(words: str) -> bool:
    """Whether the words are short and end as no sentence does."""
    return (
        0 < len(words) <= _LONGEST_CHIP
        and len(words.split()) <= _LONGEST_CHIP_WORDS
        and not words.endswith((".", "?", "!", ":", ",", ";"))
    )


def chip_facts(words: str, text: str, today: date) -> tuple[Fact, ...]:
    """What one chip says, () where it is not understood; "System Design" may be two things."""
    if stated := unlabelled_facts(words, text, today):
        return stated
    if not looks_like_chip(words):
        return ()
    facts = []
    if difficulty := find_difficulty(words):
        facts.append(Fact(FactKind.DIFFICULTY, difficulty.value, words))
    role, round_, category = find_role(words), find_round(words), find_category(words)
    if role and (role.is_ours or not (round_ and round_.is_ours)):
        return (*facts, Fact(FactKind.ROLE, role.value, words, is_clear=role.is_ours))
    if round_:
        facts.append(Fact(FactKind.ROUND, round_.value, words, is_clear=round_.is_ours))
    if category:
        facts.append(Fact(FactKind.CATEGORY, category.value, words, is_clear=category.is_ours))
    return tuple(facts)


def chips_of_line(text: str) -> tuple[str, ...]:
    """The bare words of the chips in one line, or of the line if it has no signs between."""
    for signs in (_SIGNS_BETWEEN, _COMMAS):
        pieces = tuple(words for piece in signs.split(text) if (words := bare_words(piece)))
        if len(pieces) > 1 and (signs is _SIGNS_BETWEEN or all(map(looks_like_chip, pieces))):
            return pieces
    return (bare_words(text),)


def settled(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with each chip meant one way.

    A chip that may be a round and a category ("Coding") is what no other chip is; both if the
    page names neither elsewhere.
    """
    two_ways = _two_ways(facts)
    sure = {fact.kind for fact in facts if fact.wording not in two_ways}
    if FactKind.CATEGORY in sure:
        meant = FactKind.ROUND
    elif FactKind.ROUND in sure:
        meant = FactKind.CATEGORY
    else:
        return tuple(facts)
    return tuple(fact for fact in facts if fact.wording not in two_ways or fact.kind is meant)


def _two_ways(facts: Sequence[Fact]) -> set[str]:
    rounds = {fact.wording for fact in facts if fact.kind is FactKind.ROUND}
    return rounds & {fact.wording for fact in facts if fact.kind is FactKind.CATEGORY}
