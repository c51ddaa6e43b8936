from desktop.coach.plain_words import WordReader
from desktop.coach.word_weights import WordWeights, weigh_words

READER = WordReader()
TEXTS = (
    "The clock rings.\n\nThe gradient is small.\n\nThe gradient grows.\n",
    "- the gradient\n- the penalty\n\n```python\nhidden = 1\n```\n",
)


def weight(word: str, weights: WordWeights) -> float:
    (stem,) = READER.read(word).stems
    return weights.weight(stem)


def test_a_rare_word_tells_more_than_a_usual_one() -> None:
    weights = weigh_words(TEXTS, READER)
    assert weights.paragraphs == 5
    assert 0 == weight("the", weights) < weight("gradient", weights) < weight("clock", weights)
    assert weight("clock", weights) < weight("unheard", weights) == 1


def test_code_is_not_counted() -> None:
    assert weight("hidden", weigh_words(TEXTS, READER)) == 1


def test_negations_tell_nothing() -> None:
    weights = weigh_words((), READER)
    assert [weight(word, weights) for word in ("not", "never", "without", "nothing")] == [0] * 4
    assert weight("gradient", weights) == 1


def test_weights_do_not_drift_as_the_bank_grows() -> None:
    small = WordWeights(2_000, {"gradient": 20})
    large = WordWeights(20_000, {"gradient": 200})
    assert abs(small.weight("gradient") - large.weight("gradient")) < 0.01
