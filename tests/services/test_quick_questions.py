"""Quick questions beside long ones: apart in lists, left out of surprises, found in a row."""

from pathlib import Path

import pytest
from fake_clock import FakeClock
from sample_index import SampleIndex, document

from desktop.domain.query import parse_query
from desktop.domain.question_summary import Status
from desktop.search.facets import FacetCounter
from desktop.search.indexed_document import Activity
from desktop.services.find_questions import FindQuestions


@pytest.fixture
def sample(tmp_path: Path) -> SampleIndex:
    return SampleIndex(tmp_path).holding(
        document("auc", "AUC in a sentence", category="Statistics", is_quick=True),
        document("bias", "Bias in a sentence", category="Coding", is_quick=True),
        document("power", "Power of a test", category="Statistics"),
        document("tree", "Write a tree", category="Coding"),
    )


@pytest.fixture
def find(tmp_path: Path, sample: SampleIndex) -> FindQuestions:
    sample.connection.close()
    return FindQuestions(tmp_path / "index.sqlite", FakeClock().now)


@pytest.mark.parametrize(
    ("query", "grouping", "expected"),
    [
        ("", "", ["power", "tree", "auc", "bias"]),
        ("", "category", ["tree", "bias", "power", "auc"]),
        ("form:quick", "", ["auc", "bias"]),
        ("form:long", "", ["power", "tree"]),
        ("-form:quick", "", ["power", "tree"]),
    ],
)
def test_a_list_keeps_quick_and_long_apart(
    find: FindQuestions, query: str, grouping: str, expected: list[str]
) -> None:
    rows = find.page(query, "title", 0, grouping=grouping).rows
    assert [row.key for row in rows] == expected


def test_forms_are_counted(sample: SampleIndex) -> None:
    facets = FacetCounter(sample.connection).facets(parse_query("in a sentence"))
    assert facets["form"] == [("quick", 2)]
    assert FacetCounter(sample.connection).facets(parse_query(""))["form"] == [
        ("long", 2),
        ("quick", 2),
    ]
    sample.connection.close()


def test_a_form_nobody_has_is_a_mistake_of_the_query(find: FindQuestions) -> None:
    (mistake,) = find.summary("form:quikc").mistakes
    assert 'did you mean "quick"?' in mistake.hint


def test_a_surprise_is_long_unless_only_quick_ones_are_asked_for(find: FindQuestions) -> None:
    assert {find.random_key("") for _ in range(40)} == {"power", "tree"}
    assert {find.random_key("form:quick") for _ in range(40)} == {"auc", "bias"}
    assert find.random_key("auc") == "auc"
    assert find.random_key("nothing") == ""


def test_a_run_takes_the_quick_ones_of_a_query_or_else_all(find: FindQuestions) -> None:
    assert set(find.quick_keys("", seed=1)) == {"auc", "bias"}
    assert find.quick_keys("category:Coding", seed=1) == ("bias",)
    assert find.quick_keys("form:long auc", seed=1) == ("auc",)
    assert set(find.quick_keys("power", seed=1)) == {"auc", "bias"}


def test_a_run_begins_with_what_was_not_answered(tmp_path: Path) -> None:
    sample = SampleIndex(tmp_path).holding(
        *(document(key, is_quick=True) for key in ("a", "b", "c"))
    )
    sample.writer.set_activity(
        [
            Activity(key="a", status=Status.ATTEMPTED, statuses=("attempted",)),
            Activity(key="b", status=Status.ATTEMPTED, statuses=("attempted", "due")),
        ]
    )
    sample.connection.close()
    find = FindQuestions(tmp_path / "index.sqlite", FakeClock().now)
    for seed in range(6):
        assert find.quick_keys("", seed) == ("b", "c", "a")
