"""Joining the drafts of two journals: the newer goes on, the other stands in its history."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from zlib import compress, decompress

from desktop.journal.joined_journals import JoinedJournals, Row, as_sortable

_NEW_COPIES = """
    SELECT DISTINCT draft_id FROM other.draft_history AS theirs WHERE NOT EXISTS (
        SELECT 1 FROM main.draft_history AS ours
        WHERE ours.draft_id = theirs.draft_id AND ours.saved_at = theirs.saved_at
            AND ours.active_s = theirs.active_s AND ours.text_zlib = theirs.text_zlib)
"""


class _Copy(NamedTuple):
    """An entry of a draft's history."""

    saved_at: str
    active_s: float
    text: bytes


def merge_drafts(journals: JoinedJournals) -> None:
    """Join drafts and their histories; comes after the attempts, which some have become."""
    copies: dict[str, set[_Copy]] = defaultdict(set)
    sealed = {
        row["draft_id"]: row
        for row in journals.rows("SELECT draft_id, sealed_at, text FROM attempts ORDER BY uuid")
    }
    live = []
    for draft in journals.both("drafts"):
        attempt = sealed.get(draft["id"])
        if attempt is None or attempt["sealed_at"] < draft["saved_at"]:
            live.append(draft)
        elif attempt["text"] != draft["text"]:
            copies[draft["id"]].add(_copy_of(draft))
    drafts = [
        _newest(same, copies) | {"question_key": max(one["question_key"] for one in same)}
        for same in _grouped(live, "id")
    ]
    joined_into: dict[str, str] = {}
    kept = []
    for rivals in _grouped(drafts, "question_key"):
        newest = _newest(rivals, copies)
        kept.append(newest)
        # The history of a draft that was sealed and then written on stays with its attempt.
        older = {one["id"] for one in rivals} - {newest["id"]} - sealed.keys()
        joined_into |= dict.fromkeys(older, newest["id"])
    journals.put("drafts", kept, ("question_key",))
    _merge_histories(journals, joined_into, copies)


def _newest(drafts: list[Row], copies: dict[str, set[_Copy]]) -> Row:
    """The newest of drafts that stand for one; where texts differ its history takes them all."""
    newest = max(drafts, key=_age)
    if len({one["text"] for one in drafts}) > 1:
        copies[newest["id"]].update(map(_copy_of, drafts))
    return newest


def _age(draft: Row) -> tuple[object, ...]:
    return draft["saved_at"], draft["active_s"], as_sortable(draft)


def _copy_of(draft: Row) -> _Copy:
    return _Copy(draft["saved_at"], draft["active_s"], draft["text"].encode())


def _grouped(rows: Iterable[Row], column: str) -> list[list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return list(groups.values())


def _merge_histories(
    journals: JoinedJournals, joined_into: dict[str, str], copies: dict[str, set[_Copy]]
) -> None:
    joined: dict[str, set[str]] = defaultdict(set)
    for draft_id, head in joined_into.items():
        joined[head].add(draft_id)
    touched = {row["draft_id"] for row in journals.rows(_NEW_COPIES)} | copies.keys()
    heads = {joined_into.get(draft_id, draft_id) for draft_id in touched} | joined.keys()
    for head in heads:
        ids = {head} | joined[head]
        extra = set[_Copy]().union(*(copies.get(one, ()) for one in ids))
        _write_history(journals, head, ids, extra)


def _write_history(
    journals: JoinedJournals, draft_id: str, ids: set[str], extra: set[_Copy]
) -> None:
    """Give a draft all copies of itself and of those it took in, in the order of time."""
    marks = ", ".join("?" * len(ids))
    found = {
        schema: journals.rows(
            "SELECT draft_id, saved_at, active_s, text_zlib"  # noqa: S608 – ours
            f" FROM {schema}.draft_history WHERE draft_id IN ({marks}) ORDER BY id",
            *ids,
        )
        for schema in ("main", "other")
    }
    packed = {one: compress(one.text) for one in extra}
    for row in sorted((*found["main"], *found["other"]), key=as_sortable, reverse=True):
        copy = _Copy(row["saved_at"], row["active_s"], decompress(row["text_zlib"]))
        packed[copy] = row["text_zlib"]
    wanted = [
        {"draft_id": draft_id, "saved_at": c.saved_at, "active_s": c.active_s, "text_zlib": blob}
        for c, blob in sorted(packed.items())
    ]
    if wanted == found["main"]:
        return
    journals.do(f"DELETE FROM main.draft_history WHERE draft_id IN ({marks})", *ids)  # noqa: S608 – ours
    for row in wanted:
        journals.insert("draft_history", row)
