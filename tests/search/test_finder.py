from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_index import SampleIndex, document

from desktop.domain.query import parse_query
from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.domain.question_summary import QuestionSummary, Status
from desktop.search.indexed_document import Activity


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[SampleIndex]:
    one = SampleIndex(tmp_path)
    yield one
    one.connection.close()


@pytest.fixture
def bank(sample: SampleIndex) -> SampleIndex:
    return sample.holding(
        document(
            "ridge",
            "Ridge as shrinkage",
            prompt="Why does the penalty shrink?",
            category="Classical machine learning",
            topics=("ridge", "regularization"),
            difficulty="easy",
            rounds=("phone-screen",),
            roles=("data-scientist",),
            minutes=10,
            pack="shipped",
        ),
        document(
            "lasso",
            "Exact zeros of the lasso",
            prompt="Derive the subgradient condition.",
            category="Classical machine learning",
            topics=("lasso", "regularization"),
            difficulty="hard",
            rounds=("ml-breadth", "ml-depth"),
            roles=("applied-scientist",),
            minutes=25,
            companies=("Acme Labs",),
            pack="mine",
            parts={"Sample answer": "The soft threshold is 3 lines of C++ code."},
        ),
        document(
            "cache",
            "Size the KV cache",
            category="Language models",
            topics=("llm-serving",),
            rounds=("system-design",),
            parts={"Follow-up questions": "And with regularization of 机器学习?"},
        ),
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["lasso", "ridge", "cache"]),
        ("lasso", ["lasso"]),
        ("LASSO", ["lasso"]),
        ("las", ["lasso"]),
        ("las zeros", []),
        ("las* zeros", ["lasso"]),
        ("penalty shrinkage", ["ridge"]),
        ("regularization", ["lasso", "ridge", "cache"]),
        ("regularization -ridge", ["lasso", "cache"]),
        ("-regularization", []),
        ("-ridge", ["lasso", "cache"]),
        ('"soft threshold"', ["lasso"]),
        ('"threshold soft"', []),
        ("title:ridge", ["ridge"]),
        ("prompt:ridge", []),
        ("prompt:shrink", ["ridge"]),
        ("acme", ["lasso"]),
        ("C++", ["lasso"]),
        ("c", ["lasso", "cache"]),
        ('"c"', []),
        ("学习", ["cache"]),
        ("学机", []),
        ("topic:lasso", ["lasso"]),
        ("topic:Llm_Serving", ["cache"]),
        ("topic:reg*", ["lasso", "ridge"]),
        ("category:class", ["lasso", "ridge"]),
        ('category:"language models"', ["cache"]),
        ("round:coding", []),
        ("round:phone-screen,ml-depth", ["lasso", "ridge"]),
        ("round:phone-screen round:ml-depth", ["lasso", "ridge"]),
        ("round:ml-depth difficulty:easy", []),
        ("-round:phone-screen,ml-depth", ["cache"]),
        ("company:acme", ["lasso"]),
        ("minutes:<25", ["ridge"]),
        ("minutes:>=10 minutes:<=25", ["lasso", "ridge"]),
        ("minutes:25", ["lasso"]),
        ("minutes:2", []),
        ("-minutes:<20", ["lasso", "cache"]),
        ("pack:mine,shipped", ["lasso", "ridge"]),
        ("status:new", ["lasso", "ridge", "cache"]),
        ("status:attempted", []),
        ("unknown:lasso", []),
        ("???", ["lasso", "ridge", "cache"]),
    ],
)
@pytest.mark.parametrize("sort", [Sort.TITLE, Sort.RELEVANCE])
def test_a_query_finds(bank: SampleIndex, query: str, expected: list[str], sort: Sort) -> None:
    assert sorted(bank.found(query, sort)) == sorted(expected)
    assert bank.finder.count(parse_query(query)) == len(expected)


def test_a_summary_holds_what_a_row_shows(bank: SampleIndex) -> None:
    (summary,) = bank.finder.find(parse_query("lasso"))
    assert summary == QuestionSummary(
        key="lasso",
        title="Exact zeros of the lasso",
        category="Classical machine learning",
        difficulty="hard",
        minutes=25,
        rounds=("ml-breadth", "ml-depth"),
        roles=("applied-scientist",),
        companies=("Acme Labs",),
        topics=("lasso", "regularization"),
        pack="mine",
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("résumé", "Resume"),
        ("resume", "re\u0301sume\u0301"),
        ("ℓ1", "the ℓ1 norm"),
        ("l1", "the ℓ1 norm"),
        ("ℓ1", "the L1 norm"),
        ("x1", "let x₁ be"),
        ("c#", "in C#, say"),
        ("محمد", "the estimator of مُحَمَّد"),
        ("ﬁne", "fine tuning"),
        ("한국", "한국어 모델"),
        ("のモデル", "言語のモデルを"),
        ("naïve", "NAIVE Bayes"),
        ("don't", "we don't know"),
        ("sub-gradient", "a sub gradient"),
        ('"a""b"', 'say a"b'),
        ("\x00lasso\ud800", "lasso"),
    ],
)
def test_names_of_any_script_are_found_as_people_type_them(
    sample: SampleIndex, typed: str, written: str
) -> None:
    sample.holding(document("one", written), document("other", "nothing of it"))
    assert sample.found(typed) == ["one"]


def test_titles_are_sorted_without_case_accents_and_signs(sample: SampleIndex) -> None:
    sample.holding(
        document("b", "beta"),
        document("e", "Élan"),
        document("a", "“Alpha”"),
        document("z", "Zed"),
    )
    assert sample.found("") == ["a", "b", "e", "z"]


def test_each_sort_puts_what_is_not_known_last(bank: SampleIndex) -> None:
    bank.writer.set_activity(
        [
            Activity(key="ridge", last_answered=datetime(2026, 5, 3, tzinfo=UTC), coverage=0.9),
            Activity(key="cache", last_answered=datetime(2026, 6, 3, tzinfo=UTC), coverage=0.2),
            Activity(key="lasso", due=date(2026, 12, 1)),
        ]
    )
    assert bank.found("", Sort.DIFFICULTY) == ["ridge", "lasso", "cache"]
    assert bank.found("", Sort.MINUTES) == ["ridge", "lasso", "cache"]
    assert bank.found("", Sort.ANSWERED) == ["cache", "ridge", "lasso"]
    assert bank.found("", Sort.COVERAGE) == ["cache", "ridge", "lasso"]
    assert bank.found("", Sort.DUE) == ["lasso", "ridge", "cache"]
    assert bank.found("regularization", Sort.ANSWERED) == ["cache", "ridge", "lasso"]
    assert bank.found("-status:due", Sort.DIFFICULTY) == ["ridge", "lasso", "cache"]


@pytest.mark.parametrize(
    ("query", "grouping", "sort", "expected"),
    [
        ("", Grouping.CATEGORY, Sort.TITLE, ["lasso", "ridge", "cache"]),
        ("", Grouping.CATEGORY, Sort.MINUTES, ["ridge", "lasso", "cache"]),
        ("", Grouping.COMPANY, Sort.TITLE, ["lasso", "ridge", "cache"]),
        ("", Grouping.COMPANY, Sort.MINUTES, ["lasso", "ridge", "cache"]),
        ("regularization", Grouping.CATEGORY, Sort.RELEVANCE, ["lasso", "ridge", "cache"]),
        ("regularization", Grouping.CATEGORY, Sort.DIFFICULTY, ["ridge", "lasso", "cache"]),
    ],
)
def test_groups_stand_together_and_the_order_holds_within(
    bank: SampleIndex, query: str, grouping: Grouping, sort: Sort, expected: list[str]
) -> None:
    rows = bank.finder.find(parse_query(query), sort, grouping=grouping)
    assert [row.key for row in rows] == expected


def test_questions_without_a_category_come_last(bank: SampleIndex) -> None:
    bank.holding(document("zzz"), document("zoo", category="中文"))
    rows = bank.finder.find(parse_query(""), Sort.TITLE, grouping=Grouping.CATEGORY)
    assert [row.key for row in rows] == ["lasso", "ridge", "cache", "zoo", "zzz"]


def test_keys_are_found_in_their_own_order_and_by_pages(bank: SampleIndex) -> None:
    wanted = ("ridge", "gone", "cache", "lasso")
    assert [row.key for row in bank.finder.find_keys(wanted, 0, 2)] == ["ridge", "cache"]
    assert [row.key for row in bank.finder.find_keys(wanted, 2, 2)] == ["lasso"]


def test_relevance_puts_titles_before_topics_before_the_rest(sample: SampleIndex) -> None:
    filler = {f"filler-{n}": "x y z" for n in range(20)}
    sample.holding(
        document("in-part", "One", parts={"Sample answer": "boosting"}),
        document("in-topics", "Two", topics=("boosting",)),
        document("in-title", "Boosting"),
        *(document(key, text) for key, text in filler.items()),
    )
    assert sample.found("boosting", Sort.RELEVANCE) == ["in-title", "in-topics", "in-part"]


def test_short_words_are_found_in_titles_first_though_not_ranked(sample: SampleIndex) -> None:
    sample.holding(
        document("body", "One", parts={"Sample answer": "lasso"}),
        document("title", "Lasso"),
        document("topic", "Two", topics=("lasso",)),
    )
    assert sample.found("las", Sort.RELEVANCE) == ["title", "topic", "body"]


def test_a_first_page_before_ranking_has_the_same_questions(bank: SampleIndex) -> None:
    query = parse_query("regularization")
    quick = bank.finder.find(query, ranked=False)
    assert {one.key for one in quick} == {one.key for one in bank.finder.find(query)}


@pytest.mark.parametrize("query", ["", "number", "n", "topic:odd number", "title:n", "-topic:odd"])
@pytest.mark.parametrize("sort", [Sort.TITLE, Sort.RELEVANCE, Sort.MINUTES])
def test_pages_follow_each_other_without_gap_or_repetition(
    sample: SampleIndex, query: str, sort: Sort
) -> None:
    sample.holding(
        *(
            document(f"{n:03}", f"Number {n % 7}", topics=("odd",) if n % 2 else (), minutes=n % 5)
            for n in range(260)
        )
    )
    parsed = parse_query(query)
    whole = [one.key for one in sample.finder.find(parsed, sort, limit=1_000)]
    pages = [
        one.key
        for offset in range(0, 300, 50)
        for one in sample.finder.find(parsed, sort, offset, 50)
    ]
    assert pages == whole
    assert len(set(whole)) == sample.finder.count(parsed) == len(whole)


def test_words_in_own_answers_are_found_also_by_field(bank: SampleIndex) -> None:
    bank.answer("ridge", "I forgot the eigenvalues")
    assert bank.found("eigenvalues") == ["ridge"]
    assert bank.found("text:eigen") == ["ridge"]
    assert bank.found("penalty eigenvalues") == ["ridge"]
    assert bank.found("text:penalty") == []


def test_status_flags_lists_and_days_are_filters(bank: SampleIndex) -> None:
    bank.writer.set_activity(
        [
            Activity(
                key="ridge",
                status=Status.ATTEMPTED,
                statuses=("attempted", "weak", "due"),
                flags=("starred",),
                lists=("For Friday",),
                last_answered=datetime(2026, 5, 3, 12, tzinfo=UTC),
            )
        ]
    )
    for query in ("status:attempted", "status:weak", "is:due", "is:starred", 'list:"for friday"'):
        assert bank.found(query) == ["ridge"], query
    for query in ("answered:2026", "answered:2026-05", "answered:>2026-04", "answered:<=2026-05"):
        assert bank.found(query) == ["ridge"], query
    for query in ("answered:>2026-05", "answered:<2026", "answered:2026-06"):
        assert bank.found(query) == [], query
    assert bank.found("status:new") == ["lasso", "cache"]
    assert bank.finder.find(parse_query("is:weak"))[0].status is Status.ATTEMPTED


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.text(max_size=60)
    | st.text(alphabet="las*\"'():-^{}+,<>=& OR AND NEAR title round C学", max_size=60)
)
def test_nothing_typed_raises(bank: SampleIndex, text: str) -> None:
    query = parse_query(text)
    found = bank.finder.find(query, Sort.TITLE, limit=100)
    assert bank.finder.count(query) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000,
        "a:" * 5_000,
        "(lasso OR " * 1_000,
        "a.b" * 3_000,
        "-" * 10_000,
        "las* " * 2_000,
    ],
)
def test_ten_thousand_characters_work_or_say_so(bank: SampleIndex, text: str) -> None:
    query = parse_query(text)
    found = bank.finder.find(query)
    assert query.mistakes or found


def test_a_question_with_no_text_at_all_is_listed(sample: SampleIndex) -> None:
    sample.holding(document("empty", "\u064b"))
    assert sample.found("") == ["empty"]
