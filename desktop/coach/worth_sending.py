"""Whether an answer is one: what is empty or gibberish is not sent to a model."""

import re

LEAST_WORDS = 5
LEAST_SHARE = 0.1
"""Of an answer's words that are ordinary ones or the question's own."""

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 4
"""Of a word of the question; shorter ones come about by chance."""

_LAST_LATIN = "\u024f"
_ORDINARY_LINES = """
a about after all also an and any are as at be because but by can class def do does each else
first for from get has have how i if import in is it its like make many may model more most
much new no not of on one only or other our over print return same select should so some such
than that the their them then there these they this to two under use used using value was we
what when where which while will with would you your
das dem den der des die ein eine ist man mit nicht oder sich und von wenn wird zu
au ce dans est et la le les mais ne ou par pas pour qui sont sur un une
al como con cual de del el en es lo los las más no para pero por que se si sin su una y
che di gli il nel non per sono della
ao da do dos e em mais não nas o os ou são uma
dat een het ik maar niet van voor wordt zijn
"""
_ORDINARY = frozenset(_ORDINARY_LINES.split())


def find_reason_not_to_send(answer: str, question: str) -> str:
    """Why an answer is not worth a model's time, in plain words; "" if it is.

    Fewer than five different words are no answer. Nor are words of which hardly any is an
    ordinary one of some languages in Latin letters, of Python, or of the question.
    """
    words = [word.lower() for word in _WORD.findall(answer)]
    if not words:
        return "Your answer has no words"
    if len(set(words)) < LEAST_WORDS:
        return f"Your answer has fewer than {LEAST_WORDS} different words"
    latin = [word for word in words if max(word) <= _LAST_LATIN]
    if len(latin) * 2 < len(words):
        return ""
    asked = {
        word for word in map(str.lower, _WORD.findall(question)) if len(word) >= _LEAST_LETTERS
    }
    known = sum(word in _ORDINARY or word in asked for word in latin)
    return "" if known >= LEAST_SHARE * len(latin) else "Your answer has hardly an ordinary word"
