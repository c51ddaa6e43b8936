"""The fields a query may name, and when two values are the same."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.question import LONG, QUICK
from desktop.domain.vocabulary import DIFFICULTIES, ROLES, ROUNDS


class FieldKind(Enum):
    """How the value of a field is compared."""

    WORDS = auto()
    VALUE = auto()
    NUMBER = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the query grammar; `values` are suggested, and the only ones if it is closed."""

    name: str
    kind: FieldKind
    example: str
    values: tuple[str, ...] = ()
    is_closed: bool = False


STATUSES = ("new", "drafted", "attempted", "due", "weak", "strong")
FLAGS = ("starred", "edited", "quick", "imported")

FIELDS = {
    field.name: field
    for field in (
        Field("title", FieldKind.WORDS, "title:lasso"),
        Field("prompt", FieldKind.WORDS, "prompt:budget"),
        Field("text", FieldKind.WORDS, "text:subgradient"),
        Field("category", FieldKind.VALUE, 'category:"Deep learning"'),
        Field("topic", FieldKind.VALUE, "topic:lasso"),
        Field("round", FieldKind.VALUE, "round:phone-screen", ROUNDS),
        Field("role", FieldKind.VALUE, "role:data-scientist", ROLES),
        Field("difficulty", FieldKind.VALUE, "difficulty:hard", DIFFICULTIES),
        Field("company", FieldKind.VALUE, "company:Example"),
        Field("form", FieldKind.VALUE, "form:quick", (LONG, QUICK), is_closed=True),
        Field("status", FieldKind.VALUE, "status:drafted", STATUSES, is_closed=True),
        Field("is", FieldKind.VALUE, "is:starred", (*FLAGS, *STATUSES), is_closed=True),
        Field("pack", FieldKind.VALUE, "pack:mine"),
        Field("list", FieldKind.VALUE, "list:friday"),
        Field("minutes", FieldKind.NUMBER, "minutes:<20"),
        Field("answered", FieldKind.DAY, "answered:>2026-10-01"),
    )
}

_OTHER_SPELLINGS = {
    "categories": "category",
    "topics": "topic",
    "tag": "topic",
    "rounds": "round",
    "roles": "role",
    "companies": "company",
    "packs": "pack",
    "lists": "list",
}


def find_field(name: str) -> Field | None:
    """The field of that name in any letter case; plurals are understood."""
    lower = name.lower()
    return FIELDS.get(_OTHER_SPELLINGS.get(lower, lower))


def folded(text: str) -> str:
    """The text without letter case and accents, as letters are compared everywhere."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text)
    return "".join(one for one in spread if not unicodedata.combining(one)).casefold()


def folded_value(value: str) -> str:
    """The value as it is compared: "Phone screen" and `phone-screen` are the same."""
    return re.sub(r"[\s_-]+", "-", folded(value).strip())
