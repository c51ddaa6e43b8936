"""Which query a row of the shelf stands for, and which row a query on show belongs to."""

from desktop.domain.collection_names import list_query
from desktop.domain.question_collections import STARRED_QUERY, Collections
from desktop.domain.question_sort import Sort
from desktop.ui.collection_shelf import ShelfKind, ShelfRow, shelf_rows


def find_query(collections: Collections, row: ShelfRow) -> tuple[str, str] | None:
    """The query of a row and its order ("" for the one on show); None if it is no more."""
    if row.kind is ShelfKind.ALL:
        return "", ""
    if row.kind is ShelfKind.STARRED:
        return STARRED_QUERY, ""
    for one in collections.lists:
        if one.uuid == row.uuid:
            return list_query(one), Sort.RELEVANCE.value
    for search in collections.searches:
        if search.uuid == row.uuid:
            return search.query, search.sort
    return None


def find_shown(collections: Collections, query: str) -> ShelfRow | None:
    """The row whose query this is, None if it is another."""
    for row in shelf_rows(collections):
        found = find_query(collections, row)
        if found is not None and found[0].strip() == query.strip():
            return row
    return None
