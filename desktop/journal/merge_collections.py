"""Joining lists and saved searches of two journals: by uuid, then by name."""

from collections import defaultdict

from desktop.journal.joined_journals import JoinedJournals, Row, as_sortable


def merge_collections(journals: JoinedJournals) -> None:
    """Join lists with what is on them, and saved searches.

    A list taken from both stays once; so do two of one name, under the uuid of the elder.
    """
    entries = journals.both("list_entries")
    lists, joined_into = _joined(journals.both("lists"))
    journals.put("lists", lists, ("uuid",))
    journals.put("list_entries", _joined_entries(entries, joined_into), _ENTRY_KEY)
    searches, _ = _joined(journals.both("saved_searches"))
    journals.put("saved_searches", searches, ("uuid",))


_LEAST = ("position", "created_at")
"""Of these columns the least of all rows that become one stays."""

_ENTRY_KEY = ("list_uuid", "question_key")


def _joined(rows: list[Row]) -> tuple[list[Row], dict[str, str]]:
    """The rows that stay, and by the uuid of each that was there the uuid it goes on under."""
    by_uuid: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_uuid[row["uuid"]].append(row)
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        owners[row["compared_name"]].add(row["uuid"])
    by_name: dict[str, list[Row]] = defaultdict(list)
    for same in by_uuid.values():
        # A renaming does not say when it was: any name that nothing else has is right.
        free = [row for row in same if len(owners[row["compared_name"]]) == 1]
        one = max(free or same, key=_by_name) | _least(same, *_LEAST)
        by_name[one["compared_name"]].append(one)
    kept = []
    joined_into: dict[str, str] = {}
    for rivals in by_name.values():
        eldest = min(rivals, key=_by_age)
        kept.append(eldest | _least(rivals, "position"))
        joined_into |= {one["uuid"]: eldest["uuid"] for one in rivals}
    return kept, joined_into


def _joined_entries(entries: list[Row], joined_into: dict[str, str]) -> list[Row]:
    places: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for entry in entries:
        moved = entry | {"list_uuid": joined_into[entry["list_uuid"]]}
        places[moved["list_uuid"], moved["question_key"]].append(moved)
    return [
        max(same, key=as_sortable) | _least(same, "position", "added_at")
        for same in places.values()
    ]


def _least(rows: list[Row], *columns: str) -> Row:
    return {column: min(row[column] for row in rows) for column in columns}


def _by_name(row: Row) -> tuple[object, ...]:
    lasting = {name: value for name, value in row.items() if name not in _LEAST}
    return row["compared_name"], row["name"], as_sortable(lasting)


def _by_age(row: Row) -> tuple[object, ...]:
    return row["created_at"], row["uuid"]
