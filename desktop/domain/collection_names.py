"""Names of lists and saved searches: which are usable or the same, and how a query says them."""

from desktop.domain.errors import AppError
from desktop.domain.query import Filter, FilterValue, Query
from desktop.domain.query_editing import quoted
from desktop.domain.query_fields import folded_value
from desktop.domain.question_collections import Collections, QuestionList

MAX_NAME_LENGTH = 80
"""Letters of a name; a longer one is a paste by mistake."""


def usable_name(typed: str) -> str:
    """The name in one line; raises AppError if it is empty or too long."""
    name = " ".join(typed.split())
    if not folded_value(name).strip("-"):
        raise AppError("A name needs a letter or a digit; nothing was changed.", "Type a name.")
    if len(name) > MAX_NAME_LENGTH:
        raise AppError(
            f"The name has more than {MAX_NAME_LENGTH} letters; nothing was changed.",
            "Choose a shorter one.",
        )
    return name


def list_query(one: QuestionList) -> str:
    """The query that finds the questions of a list."""
    return f"list:{quoted(one.name)}"


def listed_name(query: Query) -> str:
    """The name of the list a query asks for and nothing else, "" for any other query."""
    match query.terms:
        case (Filter(field="list", values=(FilterValue(is_prefix=False) as value,)) as only,):
            return "" if only.is_excluded else value.text
        case _:
            return ""


def find_list(collections: Collections, name: str) -> QuestionList | None:
    """The list of that name, compared as a query compares it."""
    compared = folded_value(name)
    return next((one for one in collections.lists if folded_value(one.name) == compared), None)
