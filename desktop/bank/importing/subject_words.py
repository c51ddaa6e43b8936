"""The words that say what a text is about, in a form in which variants of a word are equal."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?(?:\+\+|#)?")
_ENDINGS = (
    *("izations", "ization", "ifications", "ification", "ations", "ation", "izers", "izer"),
    *("izing", "ized", "izes", "ize", "iers", "ier", "ifying", "ified", "ifies", "ify", "ements"),
    *("ement", "ments", "ment", "ional", "ions", "ion", "ingly", "ings", "ing"),
    *("ities", "ity", "ness", "ives", "ive", "ally", "ers", "er", "ors", "or", "ies", "ied"),
    *("ed", "es", "al", "ly", "s", "y", "e"),
)
_SHORTEST_STEM = 4
LONGEST_SUBJECT = 10_000
"""Characters of a text that are read for its subject; what follows says it again."""

_OF_GRAMMAR = """
    a an and any are as at be because been before between both but by can could did do does
    each etc every for from get give given has have how i if in into is it its just let like made
    make many may me might more most much my new no not of on one only or other our out over same
    should show so some such than that the their them then there these they this those through to
    too two under up us very was we were what when where whether which while who whose why will
    with within without would you your yours s t re ve ll
"""
_OF_ANY_QUESTION = """
    answer answers analyze analyse apply approach approaches ask asked asks assess build case
    cases challenge challenges choose common compare compared comparison concept concepts consider
    context contrast cover cover day define demonstrate derive describe design detail details
    determine difference differences different discuss effect effective effectively example
    examples expect explain explanation fundamental fundamentals good handle handling help helps
    impact implement important improve improving include interview key know main matter mean
    mechanism method methods need needs overview part parts point points possible pros cons
    practice practical problem problems purpose question questions real reason role scenario
    select set several solution solve specific start step steps strategy strategies suppose talk
    technique techniques tell term terms think time topic topics trade tradeoff tradeoffs off offs
    type types understand understanding use used uses using versus vs walk want way ways well work
    works world write
"""
_OF_THE_WHOLE_FIELD = """
    ai accuracy algorithm algorithms application applications candidate company data dataset
    datasets deep engineer engineering evaluate evaluation feature features learn learning
    machine ml model modeling modelling models network networks performance predict prediction
    predictions process production project quality result results sample scale science system
    systems task tasks team train trained training user users
"""
_OF_ANY_ANSWER = """
    analogies appropriate assumptions aspects best business clarity clear clearly communicate
    communication complexity computational concrete considerations constraints correct costs
    coverage creativity critical deployment depth edge efficiency ethical experience failure
    foundation foundations hyperparameter hyperparameters implementation implications industry
    insight intuition intuitive issues justify knowledge latency limitation limitations math
    mathematical methodology metric metrics modes optimization pitfalls potential principles
    reasoning relevant requirements robustness scalability scalable sound stakeholders strengths
    strong structure structured technical terminology testing theoretical theory thinking thought
    tuning validation weaknesses
"""


def stem(word: str) -> str:
    """A small word with its ending taken off: "regularised" and "regularization" are equal."""
    word = word.replace("isation", "ization").removesuffix("'s")
    for british in ("ise", "ised", "ises", "ising", "iser", "isers"):
        if word.endswith(british) and len(word) > len(british) + _SHORTEST_STEM:
            word = word[: -len(british)] + british.replace("s", "z", 1)
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _with_endings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        form
        for word in words
        for form in (word, f"{word}s", f"{word}ed", f"{word}d", f"{word}ing", f"{word[:-1]}ing")
    )


_WITHOUT_SUBJECT = frozenset(_OF_GRAMMAR.split()) | _with_endings(
    (_OF_ANY_QUESTION + _OF_THE_WHOLE_FIELD).split()
)
_WITHOUT_TELLING = _WITHOUT_SUBJECT | _with_endings(_OF_ANY_ANSWER.split())


def subject_words(text: str) -> frozenset[str]:
    """The stems of a text's words that tell its subject from others."""
    return _stems(text, _WITHOUT_SUBJECT)


def telling_words(text: str) -> frozenset[str]:
    """The subject words of a text that could not stand in an answer to any question."""
    return _stems(text, _WITHOUT_TELLING)


def share_a_word(one: str, other: str) -> bool:
    """Whether two texts have a subject word in common, or one has initials of words of the other.

    So "CNN" meets "convolutional neural networks".
    """
    if subject_words(one) & subject_words(other):
        return True
    return _spells_out(one, other) or _spells_out(other, one)


def _stems(text: str, without: frozenset[str]) -> frozenset[str]:
    words = _TOKEN.findall(text[:LONGEST_SUBJECT].casefold().replace("’", "'"))
    return frozenset(stem(word) for word in words if len(word) > 1 and word not in without)


def _spells_out(short: str, long: str) -> bool:
    words = re.findall(r"[a-z0-9]+", long[:LONGEST_SUBJECT].casefold())
    initials = "".join(word[0] for word in words)
    names = re.findall(r"\b([A-Z]{2,5})s?\b", short[:LONGEST_SUBJECT])
    return any(name.casefold() in initials for name in names)
