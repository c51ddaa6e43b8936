import pytest

from desktop.coach.worth_sending import find_reason_not_to_send

QUESTION = "Why does bagging help a deep tree? Says that averaging lowers the variance."


@pytest.mark.parametrize("answer", ["", "  \n", "---", "12 + 3 = 15", "$$ $$"])
def test_an_answer_without_words_is_not_sent(answer: str) -> None:
    assert find_reason_not_to_send(answer, QUESTION) == "Your answer has no words"


@pytest.mark.parametrize("answer", ["fine", "fine fine fine fine fine fine", "I do not know"])
def test_a_few_words_are_no_answer(answer: str) -> None:
    assert "fewer than 5 different words" in find_reason_not_to_send(answer, QUESTION)


@pytest.mark.parametrize(
    "answer",
    [
        "asdf jkl qwer uiop zxcv bnm",
        "sdfkj hsdkfj hskdjfh skjdfh kjsdhf ksdjhf skdjf hskdf",
        "lorp vint grob shalt munder clorp",
    ],
)
def test_gibberish_is_not_sent(answer: str) -> None:
    assert "hardly an ordinary word" in find_reason_not_to_send(answer, QUESTION)


@pytest.mark.parametrize(
    "answer",
    [
        "Averaging many trees lowers variance.",
        "averaging, bagging, variance, bootstrap, correlation",
        "Das Mitteln vieler Bäume senkt die Varianz, der Bias bleibt.",
        "Усреднение многих деревьев снижает дисперсию.",
        "```python\ndef fit(trees, rows):\n    return mean(t(rows) for t in trees)\n```",
    ],
)
def test_an_answer_in_words_or_code_is_sent(answer: str) -> None:
    assert find_reason_not_to_send(answer, QUESTION) == ""
