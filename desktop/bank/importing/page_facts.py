"""Facts a page states about its question: in labelled lines, dates, counts and durations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.bank.importing.page_dates import find_date
from desktop.bank.importing.page_vocabulary import (
    NamedValue,
    find_category,
    find_difficulty,
    find_role,
    find_round,
)


class FactKind(StrEnum):
    """What a fact is about; the value is the question's field it goes to."""

    COMPANY = "companies"
    CATEGORY = "category"
    ROLE = "roles"
    ROUND = "rounds"
    DIFFICULTY = "difficulty"
    MINUTES = "minutes"
    TOPIC = "topics"
    DATE = "imported"
    COUNT = "imported.count"
    OTHER = "imported.other"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; `value` is as our files write it, `wording` as the page does.

    `name` tells dates, counts and others apart: `last_updated`, `solved`, "" for a count without
    a label. `is_clear` is False for a value outside our vocabulary and for an unclear date.
    `line` is the place of the line that states it.
    """

    kind: FactKind
    value: str
    wording: str
    name: str = ""
    is_clear: bool = True
    line: int = 0


_LABELS: Mapping[FactKind, str] = {
    FactKind.COMPANY: r"(?:compan(?:y|ies)(?: names?| tags?)?|asked (?:at|by|in)|employers?"
    r"|organi[sz]ations?)",
    FactKind.CATEGORY: r"(?:categor(?:y|ies)|question (?:type|category|topic)|topic area)",
    FactKind.ROLE: r"(?:(?:target |job )?roles?|(?:job )?(?:position|title)s?|job titles?)",
    FactKind.ROUND: r"(?:interview )?(?:rounds?|stages?)(?: types?)?|interview types?",
    FactKind.DIFFICULTY: r"(?:question )?difficulty(?: (?:level|rating))?",
    FactKind.MINUTES: r"(?:(?:estimated|suggested|expected|recommended|allotted) )?(?:time"
    r"|duration)"
    r"(?: (?:limit|to solve|needed|allotted|allowed|estimate))?",
    FactKind.TOPIC: r"(?:topics?|tags?|skills?|concepts?|keywords?)",
    FactKind.DATE: r"(?:last |date )?(?:updated|modified|edited|revised)(?: (?:on|at))?"
    r"|(?:interview |posted |publication )?date(?: (?:asked|posted|added|reported|published))?"
    r"|(?:asked|reported|posted|published|created|added|released)(?: (?:on|date|at))?"
    r"|last (?:seen|asked|reported)",
}
_VAGUE_LABELS: Mapping[FactKind, str] = {
    FactKind.CATEGORY: r"domain|area|subject|field|type|track",
    FactKind.DIFFICULTY: r"level|complexity",
    FactKind.ROUND: r"interview|format",
}
_OTHER_LABELS = re.compile(
    r"author|(?:posted|submitted|contributed|written|added) by|location|country|city|language"
    r"|programming language|source|url|link|industry|experience(?: level)?|seniority|id"
    r"|question (?:id|number)|frequency|rating|acceptance(?: rate)?"
)
_UPDATED = re.compile(r"updated|modified|edited|revised")
_COUNT_WORD = re.compile(
    r"solve[ds]?|views?|viewed|likes?|liked|dislikes?|upvotes?|downvotes?|votes?|comments?"
    r"|answers?"
    r"|repl(?:y|ies)|submissions?|submitted|accepted|acceptance|attempts?|attempted|complet(?:ed|ions?)"
    r"|bookmark(?:s|ed)|saves?|saved|shares?|shared|followers?|users?|people|times|asked"
    r"|reports?|reported|stars?|ratings?|reviews?|discussions?|solutions?|learners?|candidates?"
    r"|practi[cs]ed|points?|xp|reads?|helpful"
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?\s?(?:[kKmM]\b)?\+?%?(?:\s?/\s?\d+)?"
_BARE_NUMBER = re.compile(rf"[({{\[]?({_NUMBER})[)}}\]]?")
_COUNTED = re.compile(
    rf"(?:(?P<before>[a-z]+(?: [a-z]+)?)[:\s]+)?[({{\[]?(?P<number>{_NUMBER})[)}}\]]?"
    r"(?:\s+(?P<after>[a-z]+(?: [a-z]+){0,2}))?",
    re.IGNORECASE,
)
_SIGNS = {
    "👍": "likes",
    "❤": "likes",
    "♥": "likes",
    "👁": "views",
    "💬": "comments",
    "⭐": "rating",
}
_MINUTES = re.compile(
    r"(?:about |approx\.? |~\s?|≈\s?)?(?:(?P<low>\d+(?:\.\d+)?)\s?(?:-|–|to)\s?)?"
    r"(?P<high>\d+(?:\.\d+)?)[\s-]?(?P<unit>m|mins?|minutes?|h|hrs?|hours?)\.?"
    r"(?: (?:limit|question|interview|to (?:solve|answer)|long|estimated))?",
    re.IGNORECASE,
)
_LONGEST_VALUE = 80
_LONGEST_MINUTES = 480
_SEPARATOR = re.compile(r"\s*[,;/|·•]\s*|\s+(?:and|&)\s+(?=[A-Z])")
_DATED_START = re.compile(
    r"(?P<label>(?:last )?(?:updated|modified|posted|published|asked|reported|added|created)"
    r"(?: on| at)?)\s+(?P<date>.+)",
    re.IGNORECASE,
)
_WORDED = (
    (re.compile(r"by ([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})"), FactKind.OTHER, "author"),
    (re.compile(r"([A-Z][\w.' -]+, [A-Z]{2})"), FactKind.OTHER, "location"),
)
_COMPANY_HEADING = re.compile(r"([A-Z][\w&.' -]{1,40}?) (?i:interview questions?)")
_ASKED_AT = re.compile(r"asked (?:at|by|in|during)[:\s]+(.{2,60})", re.IGNORECASE)


def is_label(words: str) -> bool:
    """Whether the words alone label a fact, as `Difficulty` above its value does."""
    return _label_kind(_label_key(words)) is not None


def labels_topics(words: str) -> bool:
    """Whether the words label the topics of a question, as `Tags` does."""
    return _label_kind(_label_key(words)) is FactKind.TOPIC


def labelled_facts(label: str, value: str, today: date) -> tuple[Fact, ...]:
    """The facts of a label and its value; none where the value is not of the label's kind."""
    key = _label_key(label)
    kind = _label_kind(key)
    if key == "topic" and (named := find_category(value)) and named.is_ours:
        kind = FactKind.CATEGORY
    value = value.strip(" .*_")
    if kind is None or not value or len(value) > _LONGEST_VALUE:
        return ()
    if kind is FactKind.DATE:
        return _dated(key, value, today)
    if kind is FactKind.COUNT:
        return _counted(key, value)
    if kind is FactKind.MINUTES:
        return stated_minutes(value)
    return tuple(_listed(kind, value)) if kind is not FactKind.OTHER else (_other(key, value),)


def _other(key: str, value: str) -> Fact:
    return Fact(FactKind.OTHER, value, value, name=key.replace(" ", "_"))


def is_vague_label(label: str) -> bool:
    """Whether a label is common in prose as well, so that its neighbours must be facts, too."""
    key = _label_key(label)
    return not (
        _COUNT_WORD.fullmatch(key)
        or any(re.fullmatch(wording, key) for wording in _LABELS.values())
    )


def unlabelled_facts(words: str, text: str, today: date) -> tuple[Fact, ...]:
    """The dates, counts and durations that a line without a label states."""
    for wording, kind, name in _WORDED:
        if worded := wording.fullmatch(words):
            return (Fact(kind, worded[1], words, name),)
    if found := find_date(words, today):
        return (Fact(FactKind.DATE, found.text, words, "date", found.is_clear),)
    if found_start := _DATED_START.fullmatch(words):
        key = _label_key(found_start["label"])
        return _dated(key, found_start["date"], today) or _asked(words)
    return _asked(words) or stated_minutes(words) or _stated_count(words, text)


def stated_minutes(words: str) -> tuple[Fact, ...]:
    """The duration that the words are, in minutes; of a range, its end."""
    found = _MINUTES.fullmatch(words.strip())
    if found is None:
        return ()
    minutes = round(float(found["high"]) * (60 if found["unit"].lower().startswith("h") else 1))
    if not 0 < minutes <= _LONGEST_MINUTES:
        return ()
    return (Fact(FactKind.MINUTES, str(minutes), words, is_clear=found["low"] is None),)


def _label_key(label: str) -> str:
    return " ".join(label.casefold().strip(" :*_#").split())


def _label_kind(key: str) -> FactKind | None:
    for labels in (_LABELS, _VAGUE_LABELS):
        for kind, wording in labels.items():
            if re.fullmatch(wording, key):
                return kind
    if _COUNT_WORD.fullmatch(key):
        return FactKind.COUNT
    return FactKind.OTHER if _OTHER_LABELS.fullmatch(key) else None


def _dated(key: str, value: str, today: date) -> tuple[Fact, ...]:
    found = find_date(value, today)
    if found is None:
        return ()
    name = "last_updated" if _UPDATED.search(key) else key.removesuffix(" on").replace(" ", "_")
    return (Fact(FactKind.DATE, found.text, value, name, found.is_clear),)


def _counted(key: str, value: str) -> tuple[Fact, ...]:
    found = _BARE_NUMBER.fullmatch(value)
    return (Fact(FactKind.COUNT, found[1].strip(), value, key),) if found else ()


def _asked(words: str) -> tuple[Fact, ...]:
    found = _ASKED_AT.fullmatch(words) or _COMPANY_HEADING.fullmatch(words)
    if found is None or find_category(found[1]) or find_role(found[1]):
        return ()
    value = found[1].strip(" .")
    if found_round := find_round(value.removeprefix("the ").removeprefix("The ")):
        return (_named_fact(FactKind.ROUND, found_round, value),)
    return tuple(_listed(FactKind.COMPANY, value)) if value[:1].isupper() else ()


def _stated_count(words: str, text: str) -> tuple[Fact, ...]:
    found = _COUNTED.fullmatch(words.strip(" ·|•"))
    if found is None:
        return ()
    around = f"{found['before'] or ''} {found['after'] or ''}".casefold().split()
    names = [word for word in around if _COUNT_WORD.fullmatch(word)]
    sign = next((name for mark, name in _SIGNS.items() if mark in text), "")
    if around and not names:
        return ()
    name = names[0] if names else sign
    return (Fact(FactKind.COUNT, found["number"].strip(), words, name),)


def _listed(kind: FactKind, value: str) -> Iterator[Fact]:
    whole = _one_value(kind, value)
    if whole.is_clear and kind not in {FactKind.COMPANY, FactKind.TOPIC}:
        yield whole
        return
    for piece in _SEPARATOR.split(value):
        if piece.strip(" #."):
            yield _one_value(kind, piece.strip(" #."))


def _one_value(kind: FactKind, words: str) -> Fact:
    finders = {
        FactKind.CATEGORY: find_category,
        FactKind.ROLE: find_role,
        FactKind.ROUND: find_round,
        FactKind.DIFFICULTY: find_difficulty,
    }
    if kind not in finders:
        return Fact(kind, words, words)
    found = finders[kind](words)
    return _named_fact(kind, found or NamedValue(words, is_ours=False), words)


def _named_fact(kind: FactKind, named: NamedValue, words: str) -> Fact:
    return Fact(kind, named.value, words, is_clear=named.is_ours)
