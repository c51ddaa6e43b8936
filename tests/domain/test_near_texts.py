from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.near_texts import NearTexts

POINT = "Writes the optimality condition with the subgradient of the absolute value at zero."
REWORDED = "Writes the optimality condition using the subgradient of the absolute value at zero."


def pairs(*texts: tuple[str, str]) -> list[tuple[int, int]]:
    near = NearTexts()
    for owner, text in texts:
        near.add(owner, text)
    return list(near.pairs())


def test_a_text_is_near_its_copy_and_its_rewording() -> None:
    assert pairs(("a", POINT), ("b", POINT)) == [(1, 0)]
    assert pairs(("a", POINT), ("b", "Something else is said here."), ("c", REWORDED)) == [(2, 0)]


def test_case_and_stops_do_not_matter() -> None:
    assert pairs(("a", POINT), ("b", POINT.upper().replace(".", " !"))) == [(1, 0)]


def test_other_words_are_not_near() -> None:
    other = "Writes the update rule with the learning rate of the largest value at zero."
    assert pairs(("a", POINT), ("b", other)) == []


def test_an_owner_may_repeat_itself() -> None:
    assert pairs(("a", POINT), ("a", POINT)) == []
    assert pairs(("a", POINT), ("a", POINT), ("b", POINT)) == [(2, 0)]


def test_other_figures_make_another_text_of_a_short_one() -> None:
    assert pairs(("a", "Gets 0.25 of the mass."), ("b", "Gets 0.75 of the weight.")) == []


def test_thousands_of_copies_each_have_one_earlier_text() -> None:
    found = pairs(*((str(number), POINT) for number in range(3_000)))
    assert found == [(number, 0) for number in range(1, 3_000)]


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=40), min_size=2, max_size=6))
def test_a_copy_is_found_among_any_texts(texts: list[str]) -> None:
    copies = [(str(number), text) for number, text in enumerate([*texts, texts[0]])]
    assert pairs(*copies)[-1][0] == len(texts)
