"""The fields of a question from the facts of its page, with what is doubtful in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.bank.importing.page_facts import Fact, FactKind
from desktop.bank.importing.page_vocabulary import find_round, kebab_case
from desktop.domain.imported_question import FieldWarning

_ONE_VALUE = {FactKind.CATEGORY, FactKind.DIFFICULTY, FactKind.MINUTES}
_SAID_ONCE = (
    FactKind.COMPANY,
    FactKind.CATEGORY,
    FactKind.ROLE,
    FactKind.ROUND,
    FactKind.DIFFICULTY,
    FactKind.MINUTES,
)
_MAPPED = (FactKind.CATEGORY, FactKind.ROUND)
_ROOT = 5
_ISO_LENGTH = len("2026-03-27")


@dataclass(frozen=True, slots=True)
class PageFields:
    """The fields that stand in front matter, and the warnings beside them."""

    companies: tuple[str, ...]
    category: str
    roles: tuple[str, ...]
    rounds: tuple[str, ...]
    difficulty: str
    minutes: int | None
    topics: tuple[str, ...]
    imported: dict[str, str]
    warnings: tuple[FieldWarning, ...]


def read_fields(
    facts: Sequence[Fact],
    companies_in_text: Iterable[str],
    rounds_in_text: Iterable[str],
    today: date,
) -> PageFields:
    """The fields of the facts; what only a sentence of the page says fills what no fact does."""
    from_text = [
        *(Fact(FactKind.COMPANY, name, name, line=-1) for name in companies_in_text),
        *_rounds(rounds_in_text),
    ]
    stated = {fact.kind for fact in facts}
    all_facts = [*facts, *(fact for fact in from_text if fact.kind not in stated)]
    warnings = [
        *(warning for kind in _SAID_ONCE for warning in _doubts(kind, all_facts)),
        *_contradictions(facts, from_text),
        *_unclear_dates(facts),
        *_unlabelled(facts),
    ]
    minutes = _values(FactKind.MINUTES, all_facts)
    return PageFields(
        companies=_values(FactKind.COMPANY, all_facts),
        category=_first(FactKind.CATEGORY, all_facts),
        roles=_values(FactKind.ROLE, all_facts),
        rounds=_values(FactKind.ROUND, all_facts),
        difficulty=_first(FactKind.DIFFICULTY, all_facts).lower(),
        minutes=int(minutes[0]) if minutes else None,
        topics=tuple(kebab_case(topic) for topic in _values(FactKind.TOPIC, facts)),
        imported=_imported(facts, today),
        warnings=tuple(warnings),
    )


def _rounds(wordings: Iterable[str]) -> Iterator[Fact]:
    for wording in wordings:
        if found := find_round(wording):
            yield Fact(FactKind.ROUND, found.value, wording, is_clear=found.is_ours, line=-1)


def _values(kind: FactKind, facts: Iterable[Fact]) -> tuple[str, ...]:
    by_name = {
        fact.value.casefold(): fact.value for fact in reversed([*facts]) if fact.kind is kind
    }
    return tuple(reversed(by_name.values()))


def _first(kind: FactKind, facts: Iterable[Fact]) -> str:
    return next((fact.value for fact in facts if fact.kind is kind), "")


def _doubts(kind: FactKind, facts: Iterable[Fact]) -> Iterator[FieldWarning]:
    own = [fact for fact in facts if fact.kind is kind]
    values = _values(kind, own)
    statements: dict[int, set[str]] = defaultdict(set)
    for fact in own:
        statements[fact.line].add(fact.value)
    wordings = " and ".join(f'"{wording}"' for wording in dict.fromkeys(f.wording for f in own))
    if len({frozenset(stated) for stated in statements.values()}) > 1 and len(values) > 1:
        taken = "the first was taken" if kind in _ONE_VALUE else "all are kept"
        yield FieldWarning(kind.value, f"The page says {wordings}; {taken}.")
    elif len(own) > len(values):
        yield FieldWarning(
            kind.value, f"The page says {wordings} {_times(len(own))}; it is kept once."
        )
    near = {fact.wording: fact for fact in own if kind in _MAPPED and _is_far(fact)}
    for wording, fact in near.items():
        yield FieldWarning(
            kind.value, f'"{wording}" is taken for {fact.value}, which is the nearest here.'
        )
    unclear = {fact.wording: fact for fact in own if not fact.is_clear}
    for wording, fact in unclear.items():
        yield FieldWarning(kind.value, _unclear(kind, wording, fact.value))


def _is_far(fact: Fact) -> bool:
    """Whether our word for a fact has no word of the page's."""
    ours, theirs = (kebab_case(text).split("-") for text in (fact.value, fact.wording))
    return fact.is_clear and not any(
        word[:_ROOT] == other[:_ROOT] for word in ours for other in theirs
    )


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"  # noqa: PLR2004


def _unclear(kind: FactKind, wording: str, value: str) -> str:
    if kind is FactKind.COMPANY:
        return f'"{wording}" is taken for the company because of its place on the page.'
    if kind is FactKind.MINUTES:
        return f'The page says "{wording}"; {value} minutes was taken.'
    name = {"roles": "role", "rounds": "round"}.get(kind.value, kind.value)
    return (
        f'"{wording}" is none of the {_plural(name)} known here, and none is clearly meant. '
        "It is kept as the page says it; choose one if you like."
    )


def _plural(name: str) -> str:
    return {"category": "categories", "difficulty": "difficulties"}.get(name, f"{name}s")


def _contradictions(facts: Iterable[Fact], from_text: Iterable[Fact]) -> Iterator[FieldWarning]:
    stated = [*facts]
    for told in from_text:
        values = _values(told.kind, [fact for fact in stated if fact.is_clear])
        if (
            values
            and told.is_clear
            and told.value.casefold() not in {value.casefold() for value in values}
        ):
            yield FieldWarning(
                told.kind.value,
                f'The page says "{", ".join(values)}", but its text "{told.wording}".',
            )


def _unclear_dates(facts: Iterable[Fact]) -> Iterator[FieldWarning]:
    for fact in facts:
        if fact.kind is FactKind.DATE and not fact.is_clear:
            yield FieldWarning(
                "imported", f"{fact.wording} may be read as two dates; it is kept as written."
            )


def _unlabelled(facts: Iterable[Fact]) -> Iterator[FieldWarning]:
    counts = [fact.value for fact in facts if fact.kind is FactKind.COUNT and not fact.name]
    if counts:
        told = " and ".join(counts)
        verb = "stands" if len(counts) == 1 else "stand"
        kept = " and ".join(f"count_{number}" for number in range(1, len(counts) + 1))
        yield FieldWarning(
            "imported",
            f"The count {told} has no label; it is kept as {kept}."
            if len(counts) == 1
            else f"The counts {told} {verb} without a label; they are kept as {kept}.",
        )
    others = [fact.value for fact in facts if fact.kind is FactKind.OTHER and not fact.name]
    if others:
        told = ", ".join(f'"{other}"' for other in dict.fromkeys(others))
        yield FieldWarning("imported", f"It is not clear what {told} says; it is kept here.")


def _imported(facts: Sequence[Fact], today: date) -> dict[str, str]:
    """The dates and counts of the page under names of their own, and the day they are of."""
    dates: dict[str, str] = {}
    others: dict[str, str] = {}
    for fact in facts:
        if fact.kind is FactKind.DATE:
            _put(dates, fact.name, fact.value)
        elif fact.kind is FactKind.COUNT and fact.name:
            _put(others, kebab_case(fact.name).replace("-", "_"), fact.value)
        elif fact.kind is FactKind.OTHER:
            _put(others, fact.name or "not_understood", fact.value)
    unlabelled = [fact.value for fact in facts if fact.kind is FactKind.COUNT and not fact.name]
    others |= {f"count_{number}": value for number, value in enumerate(unlabelled, start=1)}
    if not dates and not others:
        return {}
    return {"as_of": _as_of(dates, today), **dates, **others}


def _put(values: dict[str, str], name: str, value: str) -> None:
    """Put a value under its name, or under `name_2` if another value has the name."""
    key, number = name, 1
    while key in values and values[key] != value:
        number += 1
        key = f"{name}_{number}"
    values[key] = value


def _as_of(dates: dict[str, str], today: date) -> str:
    """The day the page was last touched; the day of pasting where it does not say."""
    days = [value for value in dates.values() if len(value) == _ISO_LENGTH and value[4] == "-"]
    latest = max(days, default=today.isoformat())
    return min(dates.get("last_updated", latest), today.isoformat())
