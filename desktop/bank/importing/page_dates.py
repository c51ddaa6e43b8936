"""Dates as pages write them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BEFORE = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_AFTER = r"(?:,?\s*(?:at\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:am|pm)?)?(?:\s*(?:utc|gmt|z))?"
_WRITTEN = tuple(
    re.compile(f"{_BEFORE}{form}{_AFTER}", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s*{_DAY},?\s+{_YEAR}",
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}(?:t[\d:.]+(?:[+-]\d\d:?\d\d)?)?",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}-(?P<number>\d{{2}})",
    )
)
_NUMERIC = re.compile(rf"(?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-]{_YEAR}{_AFTER}")
_AGO = re.compile(
    r"(?:about |over |almost )?(?P<count>\d+|an?|one)\s+(?P<unit>minute|hour|day|week|month"
    r"|year)s?"
    r"\s+ago",
    re.IGNORECASE,
)
_UNIT_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7}
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date of a page, as `2026-03-27`, `2026-03`, or as written where that is all one can say.

    `is_clear` is False for a date like 03/04/2026, which may be of March or of April.
    """

    text: str
    is_clear: bool = True


def find_date(words: str, today: date) -> PageDate | None:
    """The date that the words are, None if they are none; "2 days ago" counts from `today`."""
    text = " ".join(words.strip(" .,").split())
    for form in _WRITTEN:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = int(parts["number"]) if parts.get("number") else _month_number(parts["month"])
            return _from_numbers(int(parts["year"]), month, parts.get("day"))
    if found := _NUMERIC.fullmatch(text):
        return _from_two_numbers(
            text, int(found["year"]), int(found["first"]), int(found["second"])
        )
    return _from_distance(text, today)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _from_numbers(year: int, month: int, day: str | None) -> PageDate | None:
    if day is None:
        return PageDate(f"{year}-{month:02}") if 1 <= month <= _MONTHS_A_YEAR else None
    try:
        return PageDate(date(year, month, int(day)).isoformat())
    except ValueError:
        return None


def _from_two_numbers(text: str, year: int, first: int, second: int) -> PageDate | None:
    if first > _MONTHS_A_YEAR:
        return _from_numbers(year, second, str(first))
    if second > _MONTHS_A_YEAR or first == second:
        return _from_numbers(year, first, str(second))
    return PageDate(text, is_clear=False)


def _from_distance(text: str, today: date) -> PageDate | None:
    if text.lower() in {"today", "just now"}:
        return PageDate(today.isoformat())
    if text.lower() == "yesterday":
        return PageDate((today - timedelta(days=1)).isoformat())
    found = _AGO.fullmatch(text)
    if found is None:
        return None
    unit = found["unit"].lower()
    count = int(found["count"]) if found["count"].isdigit() else 1
    if unit not in _UNIT_DAYS or count > 1000:  # noqa: PLR2004
        return PageDate(f"{text}, seen {today.isoformat()}")
    return PageDate((today - timedelta(days=count * _UNIT_DAYS[unit])).isoformat())
