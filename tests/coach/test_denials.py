import pytest

from desktop.coach.denials import denied_places, is_mostly_denied
from desktop.coach.plain_words import WordReader

READER = WordReader()


def denied(text: str) -> set[str]:
    words = READER.read(text)
    return {words.stems[place] for place in denied_places(words)}


@pytest.mark.parametrize(
    ("sentence", "turned", "firm"),
    [
        ("It is not true: the clock rings, and the heap grows", {"clock", "heap"}, set()),
        ("That is not true for a clock, a heap grows", {"clock"}, {"heap", "grow"}),
        ("The clock is not memoryless", {"clock", "memoryless"}, set()),
        ("Clocks never start afresh", {"clock", "afresh"}, set()),
        ("It can't underflow", {"underflow"}, set()),
        ("The level is 0.001, not 0.05", {"0.05"}, {"0.001", "level"}),
        ("It shows the sign without eigenvalues", {"eigenvalu"}, {"sign", "show"}),
        ("Use the mean rather than the median", {"median"}, {"mean"}),
        ("A heap instead of a list", {"list"}, {"heap"}),
        ("It does not grow, but the heap stays", {"grow"}, {"heap", "stay"}),
        ("Not only the heap matters", set(), {"heap", "matter"}),
        ("The heap holds the smallest", set(), {"heap", "hold"}),
    ],
)
def test_what_a_negation_turns_round(sentence: str, turned: set[str], firm: set[str]) -> None:
    assert turned <= denied(sentence)
    assert denied(sentence).isdisjoint(firm)


def test_an_answer_that_denies_nearly_everything() -> None:
    plain = [READER.read(f"The heap holds number {n} firmly") for n in range(4)]
    denying = [READER.read(f"The heap does not hold number {n}") for n in range(5)]
    assert is_mostly_denied(plain + denying)
    assert not is_mostly_denied(plain + denying[:4])
    assert not is_mostly_denied(denying)  # too few to tell
