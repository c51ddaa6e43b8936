"""A small index on real files, for the tests of this folder."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.query import parse_query
from desktop.domain.question_sort import Sort
from desktop.search.finder import Finder
from desktop.search.index import open_index
from desktop.search.index_writer import IndexWriter
from desktop.search.indexed_document import (
    AnswerKind,
    AnswerStamp,
    FileStamp,
    IndexedDocument,
    OwnAnswer,
)

MAY = datetime(2026, 5, 3, 12, tzinfo=UTC)


def document(key: str, title: str = "", **values: object) -> IndexedDocument:
    """A question at `/bank/KEY.md`; its title is its key unless one is given."""
    stamp = FileStamp(f"/bank/{key}.md", 10, 1)
    known: dict[str, object] = {"stamp": stamp, "digest": f"digest of {key}", **values}
    return IndexedDocument(key=key, title=title or key, **known)  # type: ignore[arg-type]  # any field


class SampleIndex:
    """An open index with its writer and finder."""

    def __init__(self, folder: Path) -> None:
        self.index = open_index(folder / "index.sqlite")
        self.connection = self.index.connect()
        self.writer = IndexWriter(self.connection)
        self.finder = Finder(self.connection)

    def holding(self, *documents: IndexedDocument) -> "SampleIndex":
        """The same index with these questions put in."""
        self.writer.replace(documents)
        return self

    def found(self, query: str, sort: Sort = Sort.TITLE) -> list[str]:
        """The keys that match, in order."""
        return [one.key for one in self.finder.find(parse_query(query), sort)]

    def answer(self, key: str, *texts: str) -> None:
        """Make the texts the attempts of a question."""
        self.writer.set_answers(key, list(attempts(texts)))


def attempts(texts: Iterable[str]) -> Iterable[OwnAnswer]:
    """Yield attempts of 3 May with these texts."""
    for number, text in enumerate(texts):
        yield OwnAnswer(AnswerStamp(AnswerKind.ATTEMPT, MAY, f"uuid-{number}"), text)
