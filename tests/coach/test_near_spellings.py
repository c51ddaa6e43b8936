import pytest

from desktop.coach.near_spellings import near_spellings
from desktop.coach.word_weights import WordWeights

BANK = WordWeights(100, {"gradient": 3, "interval": 2, "intern": 1})


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        ("creation", "creat"),
        ("creat", "creation"),
        ("dimens", "dimension"),
        ("gradeint", "gradient"),
        ("gradint", "gradient"),
        ("gradiient", "gradient"),
        ("gradiant", "gradient"),
    ],
)
def test_one_word_in_two_spellings(answered: str, expected: str) -> None:
    assert near_spellings([answered], [expected], BANK) == {answered: expected}


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        ("intervent", "interv"),
        ("gradient", "gradien"),  # the bank knows this spelling
        ("gradient", "gradient"),
        ("heap", "hep"),
        ("clock", "block"),
        ("123456", "123457"),
        ("unrelat", "gradient"),
    ],
)
def test_two_words(answered: str, expected: str) -> None:
    assert near_spellings([answered], [expected], BANK) == {}
