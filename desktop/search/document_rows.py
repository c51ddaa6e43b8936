"""A document as rows of the index's tables."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.query_fields import folded, folded_value
from desktop.domain.question import LONG, QUICK
from desktop.domain.vocabulary import DIFFICULTIES
from desktop.search.indexed_document import Activity, IndexedDocument
from desktop.search.searchable_text import LABEL_MARK, label_word, searchable
from desktop.search.summary_rows import stored_time

_LAST = 1 << 30
_LAST_TEXT = "~"
_AFTER_ALL = "\U0010ffff"
_LEADING_SIGNS = re.compile(r"^[\W_]+")

Label = tuple[str, str]
"""A field and a value by which questions can be filtered."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What is stored of a document, as far as its words are made of it."""

    title: str
    topics: str
    companies: str
    labels: str
    parts: bytes
    answers: tuple[bytes, ...]

    def words(self) -> tuple[str, ...]:
        """The columns of `words`; the same for the same stored values, or deleting would fail."""
        prompt, *parts = unpacked_parts(self.parts).values()
        labels = [label_word(one) for one in self.label_ids()]
        return (
            searchable(self.title),
            searchable(f"{self.topics} {self.companies}"),
            searchable(prompt),
            searchable("\n".join(parts)),
            searchable("\n".join(unpacked(answer) for answer in self.answers)),
            " ".join([LABEL_MARK, *labels]),
        )

    def label_ids(self) -> list[int]:
        return [int(one) for one in self.labels.split()]


def packed(text: str) -> bytes:
    """The text compressed; half a surrogate pair, which no file can hold, becomes "?"."""
    return zlib.compress(text.encode("utf-8", "replace"), 1)


def unpacked(data: bytes) -> str:
    """The text that `packed` compressed."""
    return zlib.decompress(data).decode("utf-8")


def packed_parts(document: IndexedDocument) -> bytes:
    """The prompt, under no heading, and the parts."""
    parts = {heading: text for heading, text in document.parts.items() if heading}
    return packed(json.dumps({"": document.prompt, **parts}))


def unpacked_parts(data: bytes) -> Mapping[str, str]:
    """The prompt, first and under no heading, and the parts under their headings."""
    parts: dict[str, str] = json.loads(unpacked(data))
    return parts


def document_labels(document: IndexedDocument) -> Iterator[Label]:
    """Yield all that a filter can ask of a question file."""
    yield ("category", document.category)
    yield ("difficulty", document.difficulty)
    yield ("pack", document.pack)
    yield ("form", form_of(document))
    if document.minutes is not None:
        yield ("minutes", str(document.minutes))
    yield from (("topic", value) for value in document.topics)
    yield from (("round", value) for value in document.rounds)
    yield from (("role", value) for value in document.roles)
    yield from (("company", value) for value in document.companies)
    yield from (("is", value) for value in document.flags)


def activity_labels(activity: Activity) -> Iterator[Label]:
    """Yield all that a filter can ask of an activity; days are those of the local clock."""
    yield from (("status", value) for value in activity.statuses)
    yield from (("is", value) for value in (*activity.statuses, *activity.flags))
    yield from (("list", value) for value in activity.lists)
    if activity.last_answered is not None:
        yield ("answered", activity.last_answered.astimezone().date().isoformat())


def form_of(document: IndexedDocument) -> str:
    """Whether it is a question of a minute or a long one."""
    return QUICK if document.is_quick else LONG


def title_order(document: IndexedDocument) -> str:
    """What titles are sorted by: letters without case and accents, leading signs left out.

    Quick questions stand behind the long ones, lest a list mix them.
    """
    letters = _LEADING_SIGNS.sub("", folded(document.title)) or _LAST_TEXT
    return f"{_AFTER_ALL}{letters}" if document.is_quick else letters


def difficulty_order(difficulty: str) -> int:
    """From easy to hard; one that is not known comes last."""
    return DIFFICULTIES.index(difficulty) if difficulty in DIFFICULTIES else _LAST


def minutes_order(minutes: int | None) -> int:
    """From short to long; None comes last."""
    return _LAST if minutes is None else minutes


def group_order(value: str) -> str:
    """What groups are sorted by; the group of questions without a value comes last."""
    return folded_value(value) or _AFTER_ALL


def activity_order(activity: Activity) -> tuple[str, str, float]:
    """The columns answered, due and coverage of `orders`; what is not known comes last."""
    return (
        stored_time(activity.last_answered),
        activity.due.isoformat() if activity.due else _LAST_TEXT,
        float(_LAST) if activity.coverage is None else activity.coverage,
    )
