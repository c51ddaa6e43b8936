from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_index import MAY, SampleIndex, document

from desktop.domain.query import parse_query
from desktop.search.highlights import PROMPT_PLACE, TOPICS_PLACE, Highlight, Highlighter
from desktop.search.indexed_document import AnswerKind, AnswerStamp


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[SampleIndex]:
    one = SampleIndex(tmp_path).holding(
        document(
            "lasso",
            "Exact zeros of the lasso",
            prompt="Derive the optimality\n\n  condition of ridge.",
            topics=("sparsity", "penalty"),
            parts={"Sample answer": "Filler words. " * 30 + "A soft threshold. " + "End. " * 40},
        )
    )
    one.answer("lasso", "nothing here", "the dual norm of the lasso")
    yield one
    one.connection.close()


def highlight(sample: SampleIndex, query: str) -> Highlight:
    return Highlighter(sample.connection).highlights(parse_query(query), ["lasso"])["lasso"]


def marked(one: Highlight) -> list[str]:
    return [one.snippet[start:end] for start, end in one.snippet_spans]


def test_a_match_in_the_title_needs_no_snippet(sample: SampleIndex) -> None:
    assert highlight(sample, "zeros las") == Highlight(title_spans=((6, 11), (19, 24)))


def test_words_the_title_lacks_are_shown_where_they_are(sample: SampleIndex) -> None:
    one = highlight(sample, "lasso condition")
    assert one.title_spans == ((19, 24),)
    assert (one.place, one.snippet) == (PROMPT_PLACE, "Derive the optimality condition of ridge.")
    assert marked(one) == ["condition"]


def test_a_long_part_is_cut_around_the_match(sample: SampleIndex) -> None:
    one = highlight(sample, '"soft threshold"')
    assert one.place == "Sample answer"
    assert one.snippet.startswith("… ")
    assert one.snippet.endswith(" …")
    assert len(one.snippet) < 150
    assert marked(one) == ["soft threshold"]


def test_topics_are_a_place(sample: SampleIndex) -> None:
    assert highlight(sample, "penal").place == TOPICS_PLACE


def test_a_match_in_an_own_answer_says_which(sample: SampleIndex) -> None:
    one = highlight(sample, "dual")
    assert one.answer == AnswerStamp(AnswerKind.ATTEMPT, MAY, "uuid-1")
    assert one.place == ""
    assert marked(one) == ["dual"]


def test_a_word_asked_of_own_answers_is_not_marked_elsewhere(sample: SampleIndex) -> None:
    one = highlight(sample, "text:lasso")
    assert one.title_spans == ()
    assert one.answer is not None
    assert marked(one) == ["lasso"]


def test_a_query_without_words_highlights_nothing(sample: SampleIndex) -> None:
    assert Highlighter(sample.connection).highlights(parse_query("is:due"), ["lasso"]) == {}


def test_questions_that_are_gone_are_left_out(sample: SampleIndex) -> None:
    assert Highlighter(sample.connection).highlights(parse_query("lasso"), ["gone"]) == {}
