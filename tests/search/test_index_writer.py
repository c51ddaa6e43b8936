import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_index import SampleIndex, document

from desktop.search.facets import FacetCounter
from desktop.search.index_faults import SearchCancelledError
from desktop.search.indexed_document import Activity, FileStamp, IndexedDocument

STARRED = Activity(key="lasso", statuses=("attempted",), flags=("starred",))


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[SampleIndex]:
    one = SampleIndex(tmp_path)
    yield one
    one.connection.close()


def is_sound(sample: SampleIndex) -> bool:
    """Whether the words are exactly those of the documents left, as SQLite checks them."""
    sample.connection.run("INSERT INTO words (words) VALUES ('integrity-check')")
    return sample.connection.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_changed_question_is_found_by_its_new_words_only(sample: SampleIndex) -> None:
    sample.holding(document("lasso", "Old title", topics=("old",), prompt="ancient"))
    sample.holding(document("lasso", "New title", topics=("new",), prompt="modern"))
    assert sample.found("") == ["lasso"]
    assert sample.found("old") == sample.found("ancient") == sample.found("topic:old") == []
    assert sample.found("new modern topic:new") == ["lasso"]
    assert is_sound(sample)


def test_a_renamed_file_is_listed_once(sample: SampleIndex) -> None:
    sample.holding(document("lasso"))
    moved = replace(document("lasso"), stamp=FileStamp("/bank/moved.md", 10, 1))
    sample.holding(moved)
    assert sample.found("") == ["lasso"]


def test_a_file_with_a_new_key_is_listed_once(sample: SampleIndex) -> None:
    sample.holding(document("old-key"))
    sample.holding(replace(document("new-key"), stamp=FileStamp("/bank/old-key.md", 11, 2)))
    assert sample.found("") == ["new-key"]
    assert sample.found("old") == []


def test_two_questions_that_swap_their_files_are_both_listed(sample: SampleIndex) -> None:
    one, two = document("one"), document("two")
    sample.holding(one, two)
    sample.holding(replace(one, stamp=two.stamp), replace(two, stamp=one.stamp))
    assert sample.found("") == ["one", "two"]
    assert is_sound(sample)


def test_a_removed_file_takes_its_question_along(sample: SampleIndex) -> None:
    sample.holding(document("lasso"), document("ridge"))
    sample.writer.remove(["/bank/lasso.md", "/bank/never-seen.md"])
    assert sample.found("") == ["ridge"]
    assert sample.found("lasso") == []
    assert is_sound(sample)


def test_a_file_that_broke_takes_its_question_along(sample: SampleIndex) -> None:
    sample.holding(document("lasso"))
    sample.writer.remember([FileStamp("/bank/lasso.md", 99, 2)])
    assert sample.found("") == []


def test_activity_set_before_the_question_comes_is_there_when_it_comes(
    sample: SampleIndex,
) -> None:
    sample.writer.set_activity([STARRED])
    sample.answer("lasso", "eigenvalues")
    sample.holding(document("lasso"))
    assert sample.found("is:starred eigenvalues") == ["lasso"]


def test_activity_and_answers_survive_a_change_of_the_file(sample: SampleIndex) -> None:
    sample.holding(document("lasso"))
    sample.writer.set_activity([STARRED])
    sample.answer("lasso", "eigenvalues")
    sample.holding(document("lasso", "A new title"))
    assert sample.found("is:starred eigenvalues new") == ["lasso"]
    sample.writer.remove(["/bank/lasso.md"])
    sample.holding(document("lasso"))
    assert sample.found("status:attempted") == ["lasso"]


def test_answers_are_replaced_as_a_whole(sample: SampleIndex) -> None:
    sample.holding(document("lasso"))
    sample.answer("lasso", "first words", "second words")
    sample.answer("lasso", "third words")
    assert sample.found("first") == sample.found("second") == []
    assert sample.found("third") == ["lasso"]
    sample.answer("lasso")
    assert sample.found("words") == []
    assert is_sound(sample)


def test_a_batch_that_fails_leaves_nothing_behind(sample: SampleIndex) -> None:
    sample.holding(document("lasso"))

    def breaking() -> Iterator[IndexedDocument]:
        yield document("ridge")
        raise SearchCancelledError

    with pytest.raises(SearchCancelledError):
        sample.writer.replace(breaking())
    assert sample.found("") == ["lasso"]
    sample.holding(document("ridge"))
    assert sample.found("ridge") == ["ridge"]


def test_uses_of_values_are_counted_up_and_down(sample: SampleIndex) -> None:
    counter = FacetCounter(sample.connection)
    sample.holding(
        document("a", topics=("lasso", "ridge")),
        document("b", topics=("Lasso", "lasso")),
    )
    assert counter.values("topic") == [("lasso", 2), ("ridge", 1)]
    sample.holding(document("a", topics=("lasso",)))
    sample.writer.remove(["/bank/b.md"])
    assert counter.values("topic") == [("lasso", 1)]


def test_a_reader_sees_the_last_transaction_while_another_writes(sample: SampleIndex) -> None:
    sample.holding(document("lasso"))
    reader = sample.index.connect()
    with sample.connection.transaction():
        sample.connection.run("DELETE FROM documents")
        assert reader.rows("SELECT key FROM documents") == [("lasso",)]
    assert reader.rows("SELECT key FROM documents") == []
    reader.close()


TEXTS = st.text(alphabet="ab 学ℓé+C#\u0301\x00\ud800", max_size=12)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from("xyz"), TEXTS, TEXTS), max_size=6))
def test_the_words_stay_sound_whatever_is_put_in_and_taken_out(
    sample: SampleIndex, steps: list[tuple[str, str, str]]
) -> None:
    for key, title, text in steps:
        sample.holding(document(key, title.replace("\ud800", ""), parts={"Sample answer": text}))
        sample.answer(key, text)
    sample.writer.remove([f"/bank/{key}.md" for key, _, _ in steps])
    assert is_sound(sample)
    assert (
        sample.connection.rows("SELECT rowid FROM words WHERE words MATCH 'a* OR b* OR c*'") == []
    )


def test_a_statement_of_ours_that_is_wrong_is_not_taken_for_damage(sample: SampleIndex) -> None:
    with pytest.raises(sqlite3.OperationalError):
        sample.connection.rows("SELECT nothing FROM documents")
