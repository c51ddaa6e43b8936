import pytest

from desktop.ui.find_pattern import FindOptions, FindPattern, Match, PatternTooSlow

ANY = FindOptions()
REGULAR = FindOptions(is_regular=True)


def places(term: str, line: str, options: FindOptions = ANY) -> list[str]:
    units = line.encode("utf-16-le")
    found = FindPattern(term, options).matches_in(line)
    return [units[2 * match.start : 2 * match.end].decode("utf-16-le") for match in found]


def replaced(term: str, line: str, replacement: str, options: FindOptions) -> list[str]:
    pairs = FindPattern(term, options).substitutions(line, replacement)
    return [new for _, new in pairs]


def test_a_term_is_found_in_any_case_as_it_stands() -> None:
    assert places("l1", "L1 and l1, not l2") == ["L1", "l1"]
    assert places("a.b", "a.b axb") == ["a.b"]


def test_case_and_whole_words_can_be_asked_for() -> None:
    assert places("Ridge", "ridge Ridge", FindOptions(is_exact_case=True)) == ["Ridge"]
    assert places("set", "set sets reset", FindOptions(is_whole_word=True)) == ["set"]
    assert places("größe", "Größe Größen", FindOptions(is_whole_word=True)) == ["Größe"]


def test_places_are_counted_in_utf16_units() -> None:
    (match,) = FindPattern("b", FindOptions()).matches_in("🙂b")
    assert match == Match(2, 3)


def test_an_expression_finds_and_its_captures_replace() -> None:
    assert places(r"\d+", "1 and 23", REGULAR) == ["1", "23"]
    assert replaced(r"(\w+)=(\w+)", "a=1 b=2", r"\2 is \1\\", REGULAR) == ["1 is a\\", "2 is b\\"]
    assert replaced("a", "a", r"\n", REGULAR) == ["\n"]
    assert replaced("a", "a", r"\1", FindOptions()) == [r"\1"]


def test_empty_places_are_passed_over() -> None:
    assert places("x*", "axxb", REGULAR) == ["xx"]


@pytest.mark.parametrize("options", [REGULAR, REGULAR._replace(is_whole_word=True)])
@pytest.mark.parametrize("term", ["(a", "a)(b", "[", "*"])
def test_a_wrong_expression_says_what_is_wrong(term: str, options: FindOptions) -> None:
    assert FindPattern(term, options).fault


def test_an_expression_without_end_is_given_up() -> None:
    with pytest.raises(PatternTooSlow):
        list(FindPattern("(a+)+$", REGULAR).matches_in("a" * 50_000 + "b"))
