"""What a person has put together from the bank: starred questions, lists and saved searches."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

STARRED = "starred"
"""The value of `is:` that starred questions have."""

STARRED_QUERY = f"is:{STARRED}"


class QuestionList(NamedTuple):
    """A hand-made list; `keys` are its questions in the person's own order."""

    uuid: str
    name: str
    keys: tuple[str, ...] = ()


class SavedSearch(NamedTuple):
    """A query under a name; `sort` is a value of `Sort`."""

    uuid: str
    name: str
    query: str
    sort: str


class Collections(NamedTuple):
    """All stars, lists and saved searches, the latter two in the person's own order."""

    starred: frozenset[str] = frozenset()
    lists: tuple[QuestionList, ...] = ()
    searches: tuple[SavedSearch, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.starred or self.lists or self.searches)

    def lists_with(self, key: str) -> tuple[QuestionList, ...]:
        """The lists a question is on."""
        return tuple(one for one in self.lists if key in one.keys)

    def list_names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the lists each question is on, by question key."""
        names: dict[str, tuple[str, ...]] = {}
        for one in self.lists:
            for key in one.keys:
                names[key] = (*names.get(key, ()), one.name)
        return names

    def keys(self) -> Iterator[str]:
        """Yield every question that is starred or on a list; some more than once."""
        yield from self.starred
        for one in self.lists:
            yield from one.keys
