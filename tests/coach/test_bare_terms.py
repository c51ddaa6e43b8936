import pytest

from desktop.coach.bare_terms import bare_among


@pytest.mark.parametrize(
    "sentence",
    [
        "subgradient, soft threshold, elastic net, coordinate descent",
        "Key terms: heap; clock; underflow; reservoir; tie",
        "The key terms are heap, clock, underflow, reservoir, tie, urn.",
        "heap. clock. underflow. reservoir",
    ],
)
def test_terms_in_one_sentence(sentence: str) -> None:
    assert bare_among([sentence]) == (True,)


@pytest.mark.parametrize(
    "sentence",
    [
        "The heap holds the smallest clocks, and since ties are broken by arrival, it is stable.",
        "Reduce the rate, stop earlier, because it is large, and it will then be fine, I think.",
        "glucose and oxygen",
        "last in, first out",
        "With 80 layers, 8 heads, 128 entries, 2 bytes: $80\\cdot8\\cdot128\\cdot2=163{,}840$",
        "$a$, $b$, $c$, $d$",
        "",
    ],
)
def test_no_bare_list(sentence: str) -> None:
    assert bare_among([sentence]) == (False,)


def test_items_in_a_row() -> None:
    items = ["Exponential clocks", "Bounded max-heap", "Underflow of powers", "Exact enumeration"]
    assert bare_among(items) == (True,) * 4
    assert bare_among(items[:3]) == (False,) * 3
    assert bare_among([*items[:2], "It is a heap.", *items[2:]])[2] is True  # among so many terms
    said = ["A heap is kept.", "It holds clocks.", "They are exponential.", "So they ring."]
    assert bare_among(said) == (False,) * 4
