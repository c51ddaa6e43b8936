import threading
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from make_bank import make_questions
from sample_index import SampleIndex, document

from desktop.domain.query import parse_query
from desktop.domain.question import Question
from desktop.domain.question_summary import QuestionSummary
from desktop.search.facets import FacetCounter
from desktop.search.index_faults import SearchCancelledError
from desktop.search.indexed_document import Activity, IndexedDocument


def indexed(question: Question) -> IndexedDocument:
    return document(
        question.id,
        question.title,
        prompt=question.prompt,
        category=question.category,
        topics=question.topics,
        difficulty=question.difficulty,
        rounds=question.rounds,
        roles=question.roles,
        minutes=question.minutes,
        companies=question.companies,
        parts={str(part): text for part, text in question.parts.items()},
    )


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleIndex]:
    sample = SampleIndex(tmp_path_factory.mktemp("facets"))
    documents = [indexed(question) for question in make_questions(300, seed=5)]
    sample.holding(*documents)
    sample.writer.set_activity(
        Activity(key=one.key, statuses=("attempted", "weak")) for one in documents[::7]
    )
    yield sample
    sample.connection.close()


def values_of(summary: QuestionSummary, field: str) -> tuple[str, ...]:
    several = {"round": summary.rounds, "role": summary.roles, "company": summary.companies}
    single = {"category": summary.category, "difficulty": summary.difficulty}
    return several[field] if field in several else (single[field],)


QUERIES = [
    "",
    "a",
    "lasso",
    "gradient -lasso",
    "difficulty:hard",
    "round:coding,ml-depth difficulty:hard",
    "company:acme",
    "-status:attempted le",
    "nothing-like-it",
    "round:nowhere",
]


@pytest.mark.parametrize(
    ("query", "field"), list(product(QUERIES, ["round", "role", "company", "category"]))
)
def test_counts_are_those_of_the_questions_found_without_the_fields_own_filters(
    bank: SampleIndex, query: str, field: str
) -> None:
    parsed = parse_query(query)
    found = bank.finder.find(parsed.without_field(field), limit=1_000)
    expected: dict[str, int] = {}
    for summary in found:
        for value in values_of(summary, field):
            expected[value] = expected.get(value, 0) + 1
    assert dict(FacetCounter(bank.connection).facets(parsed)[field]) == expected


def test_statuses_are_counted_and_the_commonest_value_comes_first(bank: SampleIndex) -> None:
    counts = FacetCounter(bank.connection).facets(parse_query("a"))["status"]
    assert counts == [("new", 257), ("attempted", 43), ("weak", 43)]


def test_spellings_of_one_value_are_counted_together(tmp_path: Path) -> None:
    sample = SampleIndex(tmp_path).holding(
        document("a", rounds=("ML depth",)),
        document("b", rounds=("ml-depth",)),
        document("c", rounds=("coding",)),
    )
    for query in ("", "-c", "a"):
        counts = dict(FacetCounter(sample.connection).facets(parse_query(query))["round"])
        assert counts.get("ML depth") == (1 if query == "a" else 2), query
    sample.connection.close()


def test_counting_can_be_cancelled_from_another_thread(bank: SampleIndex) -> None:
    connection = bank.index.connect()
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    is_done = threading.Event()

    def cancel_until_done() -> None:
        while not is_done.wait(0.001):
            connection.cancel()

    thread = threading.Thread(target=cancel_until_done)
    thread.start()
    try:
        with pytest.raises(SearchCancelledError):
            connection.rows(endless)
    finally:
        is_done.set()
        thread.join()
    assert FacetCounter(connection).facets(parse_query("lasso"))["round"]
    connection.close()
