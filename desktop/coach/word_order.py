"""Finding a phrase among words, small gaps allowed."""

from collections.abc import Sequence

from desktop.coach.plain_words import Words

_MOST_BETWEEN = 3
_MOST_BEFORE_SIGN = 1


def find_in_order(words: Words, stems: Sequence[str]) -> tuple[int, ...] | None:
    """The places of stems that stand in order, few words of the same clause between two of them.

    None if they do not stand so anywhere. Before a sign of one letter or digit less may stand.
    """
    for start, word in enumerate(words.stems):
        if word == stems[0] and (places := _follow(words, stems, start)):
            return places
    return None


def _follow(words: Words, stems: Sequence[str], start: int) -> tuple[int, ...] | None:
    places = [start]
    for stem in stems[1:]:
        last = places[-1]
        reach = last + 2 + (_MOST_BETWEEN if len(stem) > 1 else _MOST_BEFORE_SIGN)
        near = range(last + 1, min(len(words.stems), reach))
        found = next((at for at in near if words.stems[at] == stem), None)
        if found is None or (found > last + 1 and words.clauses[found] != words.clauses[last]):
            return None
        places.append(found)
    return tuple(places)
