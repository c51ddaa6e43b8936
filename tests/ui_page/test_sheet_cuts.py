from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.page.sheet_cuts import Piece, sheet_tops


def test_a_short_page_is_one_sheet() -> None:
    assert sheet_tops([Piece(0, 80)], 80, 100) == [0]


def test_a_piece_that_does_not_fit_goes_to_the_next_sheet() -> None:
    assert sheet_tops([Piece(0, 90), Piece(90, 120), Piece(120, 150)], 150, 100) == [0, 90]


def test_a_piece_takes_with_it_what_belongs_to_it() -> None:
    heading, card = Piece(70, 95), Piece(90, 160)
    assert sheet_tops([heading, card], 160, 100) == [0, 70]


def test_a_piece_higher_than_a_sheet_is_cut_between_its_parts() -> None:
    lines = [Piece(30.0 * line, 30.0 * line + 30) for line in range(10)]
    assert sheet_tops([Piece(0, 300), *lines], 300, 100) == [0, 90, 180, 270]


def test_a_high_piece_with_parts_is_cut_rather_than_leave_a_sheet_half_empty() -> None:
    lines = [Piece(40.0 + 20 * line, 60.0 + 20 * line) for line in range(4)]
    assert sheet_tops([Piece(0, 40), Piece(40, 120, has_parts=True), *lines], 120, 100) == [0, 100]
    assert sheet_tops([Piece(0, 40), Piece(40, 120)], 120, 100) == [0, 40]


@given(
    st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 300)), max_size=40),
    st.integers(50, 200),
)
def test_sheets_go_on_and_are_never_too_high(spans: list[tuple[int, int]], sheet: int) -> None:
    pieces = [Piece(top, top + height) for top, height in spans]
    height = max((piece.bottom for piece in pieces), default=0)
    tops = sheet_tops(pieces, height, sheet)
    assert all(0 < end - top <= sheet for top, end in pairwise(tops))
    assert height - tops[-1] <= sheet
