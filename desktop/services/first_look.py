"""What the window shows before anything else is loaded: the list and the question open last."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from desktop.domain.draft import Draft
from desktop.domain.question_collections import Collections
from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.journal.journal_reader import JournalReader
from desktop.search.index import Index, with_sound_index
from desktop.search.ordered_rows import PAGE, read_ordered
from desktop.search.page_cache import PageCache
from desktop.services.found_page import FoundPage
from desktop.services.fresh_draft import fresh_draft
from desktop.services.question_sheet import QuestionSheet


class FirstLook(NamedTuple):
    """The first rows, what is on the shelf, and the question to go on with if it was kept."""

    page: FoundPage
    sheet: QuestionSheet | None = None
    draft: Draft | None = None
    is_draft_kept: bool = False
    collections: Collections = Collections()


def take_first_look(
    index: Path,
    journal: Path,
    sort: Sort,
    grouping: Grouping,
    last_key: str,
    now: datetime,
    usual_budget_s: float,
    *,
    goes_on_with_draft: bool = False,
) -> FirstLook:
    """Read what the first paint needs; without a last key, the newest draft is gone on with.

    So it is with `goes_on_with_draft`, if there is one. A damaged index is replaced by an empty
    one.
    """

    def look(at: Index) -> FirstLook:
        return _look(
            at, journal, sort, grouping, last_key, now, usual_budget_s, goes_on_with_draft
        )

    return with_sound_index(index, look)


def _look(
    index: Index,
    journal: Path,
    sort: Sort,
    grouping: Grouping,
    last_key: str,
    now: datetime,
    usual_budget_s: float,
    goes_on_with_draft: bool,  # noqa: FBT001 - handed on from the keyword above
) -> FirstLook:
    with closing(index.connect()) as connection, JournalReader.open(journal) as reader:
        rows = tuple(read_ordered(connection, sort, 0, PAGE, grouping))
        order = Sort.TITLE if sort is Sort.RELEVANCE else sort
        page = FoundPage(rows, has_more=len(rows) == PAGE, sort=order, grouping=grouping)
        key = last_key
        if goes_on_with_draft or not last_key:
            key = next((draft.question_key for draft in reader.drafts()), last_key)
        sheet = _find_sheet(PageCache(connection), key)
        collections = reader.collections.all()
        if sheet is None:
            return FirstLook(page, collections=collections)
        kept = reader.find_draft(key)
        draft = kept or fresh_draft(reader, sheet, now, usual_budget_s)
        return FirstLook(page, sheet, draft, kept is not None, collections)


def _find_sheet(cache: PageCache, key: str) -> QuestionSheet | None:
    kept = cache.find_page(key) if key else None
    if kept is None:
        return None
    try:
        return QuestionSheet.from_bytes(kept[1])
    except ValueError:  # kept by another version; it is made anew when the question is read
        return None
