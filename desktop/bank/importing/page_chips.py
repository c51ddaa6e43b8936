"""The chips of a page: short values one to a line, or several with signs between them."""

import re
from collections.abc import Sequence
from datetime import date

from desktop.bank.importing.page_facts import Fact, FactKind, labelled_facts, unlabelled_facts
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


def chip_facts(chip: str, today: date) -> tuple[Fact, ...]:
    """What one chip says, () where it is not understood; "System Design" may be two things."""
    words = bare_words(chip)
    label, colon, value = words.partition(":")
    if colon and (labelled := labelled_facts(label, value, today)):
        return labelled
    if stated := unlabelled_facts(words, chip, today):
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
    """The chips that stand in one line, or the line itself if it has no signs between."""
    pieces = tuple(piece for piece in _SIGNS_BETWEEN.split(text) if bare_words(piece))
    if len(pieces) > 1:
        return pieces
    pieces = tuple(piece for piece in _COMMAS.split(text) if bare_words(piece))
    are_chips = len(pieces) > 1 and all(looks_like_chip(bare_words(piece)) for piece in pieces)
    return pieces if are_chips else (text,)


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
