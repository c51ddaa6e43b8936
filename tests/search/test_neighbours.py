from pathlib import Path

import pytest
from sample_index import SampleIndex, document

from desktop.search.neighbours import Neighbours


@pytest.fixture
def near(tmp_path: Path) -> Neighbours:
    sample = SampleIndex(tmp_path).holding(
        document("lasso", "Exact zeros of the lasso", topics=("lasso", "sparsity")),
        document("path", "The lasso path", topics=("lasso",), related=("cache",)),
        document("pruning", "Pruning a network", topics=("sparsity",)),
        document("mine/cache", "The KV cache", topics=("serving",), pack="mine"),
        document("named", "Boosting", related=("lasso", "cache", "gone", "named"), pack="mine"),
    )
    return Neighbours(sample.connection)


def keys(near: Neighbours, key: str, limit: int = 10) -> list[str]:
    return [one.key for one in near.neighbours(key, limit)]


def test_the_nearest_share_topics_and_words(near: Neighbours) -> None:
    assert keys(near, "lasso") == ["path", "pruning"]


def test_named_questions_come_first_and_one_is_not_its_own_neighbour(near: Neighbours) -> None:
    assert keys(near, "named") == ["lasso", "mine/cache"]
    assert keys(near, "path") == ["lasso"]


def test_there_are_no_more_than_asked_for(near: Neighbours) -> None:
    assert keys(near, "lasso", 1) == ["path"]


def test_a_question_that_is_not_there_has_none(near: Neighbours) -> None:
    assert keys(near, "gone") == []
