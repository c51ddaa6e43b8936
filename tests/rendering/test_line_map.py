import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rendering.line_map import BlockPlace, LineMap

CHUNKS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 4)), max_size=12)


def line_map(chunks: list[tuple[int, int]]) -> LineMap:
    return LineMap([lines for lines, _ in chunks], [blocks for _, blocks in chunks])


def test_lines_of_a_chunk_are_shared_out_among_its_blocks() -> None:
    lines = LineMap([2, 6], [1, 3])
    assert lines.place_of(0) == BlockPlace(0, 0.0)
    assert lines.place_of(1.5) == BlockPlace(0, 0.75)
    assert lines.place_of(2) == BlockPlace(1, 0.0)
    assert lines.place_of(5) == BlockPlace(2, 0.5)
    assert lines.place_of(8) == BlockPlace(4, 0.0)
    assert lines.line_of(BlockPlace(2, 0.5)) == 5


def test_chunk_that_became_nothing_is_where_the_next_begins() -> None:
    lines = LineMap([2, 2, 2], [1, 0, 1])
    assert lines.place_of(3) == BlockPlace(1, 0.0)
    assert lines.line_of(BlockPlace(1, 0.0)) == 4


def test_footnotes_behind_all_chunks_are_the_end_of_the_text() -> None:
    lines = LineMap([2, 3], [1, 1])
    assert lines.line_of(BlockPlace(2, 0.4)) == 5


def test_empty_text_has_one_place() -> None:
    assert LineMap().place_of(3) == BlockPlace(0, 0.0)
    assert LineMap().line_of(BlockPlace(0, 0.0)) == 0


@given(CHUNKS)
def test_further_down_the_text_is_never_further_up_the_page(chunks: list[tuple[int, int]]) -> None:
    lines = line_map(chunks)
    count = sum(line_count for line_count, _ in chunks)
    places = [lines.place_of(tenth / 10) for tenth in range(10 * count + 1)]
    assert places == sorted(places)


@given(CHUNKS, st.floats(0, 1))
def test_a_place_of_the_page_is_found_again(chunks: list[tuple[int, int]], share: float) -> None:
    lines = line_map(chunks)
    for index in range(sum(blocks for _, blocks in chunks)):
        found = lines.place_of(lines.line_of(BlockPlace(index, share)))
        assert found.block + found.share == pytest.approx(index + share)
