"""What looks wrong between the parts of an imported question."""

import re
from collections.abc import Sequence

from desktop.bank.importing.subject_areas import areas_at_home, areas_of
from desktop.bank.importing.subject_words import share_a_word, subject_words, telling_words

_COMPARING = re.compile(
    r"\b(?:vs\.?|versus|compare|contrast|trade-?offs?|differences?)\b", re.IGNORECASE
)
_NAMING = re.compile(
    r"(?:please )?(?:discuss|compare|contrast|explain|describe|define|derive|implement"
    r"|outline|analy[sz]e|design"
    r"|what (?:is|are)|how (?:do|does|is|are|can|would)|why (?:do|does|is|are)|walk|talk|tell)\b",
    re.IGNORECASE,
)
_FEWEST_ITEMS = 3
_FEWEST_WORDS = 25
_WORDS_OF_A_SENTENCE = 6


def differ_in_subject(heading: str, prompt: str, rest: str = "") -> bool:
    """Whether a heading and a prompt are about different things.

    They are if they have no telling word in common and use terms of different areas. A prompt
    that tells of a case may do without the heading's words; then they differ only if the `rest`
    of the page has none of these either, or the heading compares two things. Two comparisons
    are also different where each has an area that the other has not, or none can be told.
    """
    if not subject_words(heading) or not subject_words(prompt) or share_a_word(heading, prompt):
        return False
    one, other = areas_of(heading), areas_of(prompt)
    is_comparing = _COMPARING.search(heading) is not None
    if is_comparing and _COMPARING.search(prompt):
        return not one or not other or not (one <= other or other <= one)
    if not one or not other or one & other:
        return False
    is_absent = len(rest.split()) >= _FEWEST_WORDS and not share_a_word(heading, rest)
    return is_comparing or _NAMING.match(prompt) is not None or is_absent


def strange_topics(subject: str, topics: Sequence[str]) -> tuple[str, ...]:
    """The topics of other areas than the subject's, if they are most, or none belongs to it.

    () if there is nothing to doubt: also where topics widen a subject that they do cover.
    """
    at_home, own = areas_at_home(subject), areas_of(subject)
    if not own:
        return ()
    strange = [topic for topic in topics if _is_strange(topic, subject, at_home)]
    covered = own & frozenset(area for topic in topics for area in areas_of(topic))
    has_related = any(_is_related(topic, subject, own) for topic in topics)
    are_most = len(strange) >= 2 and 2 * len(strange) >= len(topics)  # noqa: PLR2004
    if (are_most and 2 * len(covered) <= len(own)) or (strange and not has_related):
        return tuple(strange)
    return ()


def are_of_other_areas(subject: str, items: Sequence[str]) -> bool:
    """Whether most items are about other areas than the subject, and none has a word of it."""
    at_home, own = areas_at_home(subject), areas_of(subject)
    if not own or any(share_a_word(subject, item) for item in items):
        return False
    strange = sum(_is_strange(item, subject, at_home) for item in items)
    related = sum(bool(areas_of(item) & own) for item in items)
    words = sum(len(item.split()) for item in items)
    are_sentences = words >= _WORDS_OF_A_SENTENCE * len(items)
    return strange > 2 * related and (strange >= _FEWEST_ITEMS or (strange > 1 and are_sentences))


def would_fit_any_question(subject: str, items: Sequence[str]) -> bool:
    """Whether the items name nothing: no word of the subject, and hardly one word of their own."""
    if len(items) < _FEWEST_ITEMS or any(share_a_word(subject, item) for item in items):
        return False
    telling = sum(len(telling_words(item)) for item in items)
    return telling <= len(items)


def never_names_subject(subject: str, answer: str) -> bool:
    """Whether a long answer has neither a word nor a term of an area of what is asked."""
    own = areas_of(subject)
    is_long = len(answer.split()) >= _FEWEST_WORDS
    return (
        is_long and bool(own) and not share_a_word(subject, answer) and not own & areas_of(answer)
    )


def _is_related(topic: str, subject: str, own: frozenset[str]) -> bool:
    return share_a_word(topic, subject) or bool(areas_of(topic) & own)


def _is_strange(text: str, subject: str, at_home: frozenset[str]) -> bool:
    areas = areas_of(text)
    return bool(areas) and not areas & at_home and not share_a_word(text, subject)
