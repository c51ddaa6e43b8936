"""The dictionary of the system, where there is one."""

from pathlib import Path

import pytest

from desktop.spelling.speller import Speller, find_speller


@pytest.fixture
def speller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Speller:
    # The library makes empty files of its own there.
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path))
    pytest.importorskip("enchant", reason="the enchant library is not installed")
    found = find_speller(tmp_path / "words.txt", "en_US")
    if found is None:
        pytest.skip("no English dictionary is installed")
    return found


def test_misspelt_words_are_told_from_others(speller: Speller) -> None:
    words = ["The", "gradient", "doesn't", "mispelled", "wrods"]
    assert speller.misspelt(words) == {"mispelled", "wrods"}


def test_words_in_other_letters_are_left_alone(speller: Speller) -> None:
    assert speller.misspelt(["مرحبا", "слово", "λόγος", "naïvité"]) == {"naïvité"}


def test_what_is_meant_is_among_a_few_words(speller: Speller) -> None:
    suggestions = speller.suggestions("mispelled")
    assert "misspelled" in suggestions
    assert len(suggestions) <= 5


def test_an_own_word_is_right_now_and_later(speller: Speller, tmp_path: Path) -> None:
    assert speller.misspelt(["wrods"])
    speller.learn("wrods")
    assert not speller.misspelt(["wrods", "Wrods"])
    again = find_speller(tmp_path / "words.txt", "en_US")
    assert again is not None
    assert not again.misspelt(["wrods"])


def test_without_a_dictionary_of_the_language_english_is_taken(
    speller: Speller, tmp_path: Path
) -> None:
    other = find_speller(tmp_path / "words.txt", "xx_XX")
    assert other is not None
    assert other.misspelt(["wrods", "words"]) == speller.misspelt(["wrods", "words"])
