from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.coach.plain_words import WordReader

READER = WordReader()


def stems(text: str) -> tuple[str, ...]:
    return READER.read(text).stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"$\lambda$", "λ"),
        (r"$\lambda w$", "λw"),
        ("λ", "lambda"),
        (r"\varepsilon", "epsilon"),
        (r"$10^{-6}$", "1e-6"),
        ("10⁻⁶", "10**-6"),
        (r"$3\cdot10^{-6}$", "3e-6"),
        ("1,000,000", "1000000"),
        (r"$1{,}000$", "1000"),
        ("4.00", "4"),
        (r"6\%", "6 per cent"),
        (r"$\mathrm{KL}(p\,\|\,q)$", "KL(p, q)"),
        (r"$\text{early}$", "early"),
        (r"`u**(1/w)`", "$u^{1/w}$"),
        (r"$\chi^2$", "χ²"),
        (r"$w_i$", "w"),
        (r"$L_2$", "L2"),
        ("naïve", "naive"),
        ("Clocks", "clock"),
        ("replacing replacements", "replaced replacement"),
        ("regularisation", "regularization"),
        ("behaviour", "behavior"),
        ("modelling", "modeling"),
        ("analysis", "analyse"),
        ("don't", "do not"),
        ("cannot", "can not"),
        ("Bayes'", "Bayes"),
        ("heap_replace", "heapReplace"),
        ("heapReplace", "heap replace"),
        ("soft-threshold", "soft threshold"),
        ("LoRA", "lora"),
        ("two heaps", "2 heaps"),
    ],
)
def test_one_thing_has_one_spelling(one: str, other: str) -> None:
    assert stems(one) == stems(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("10^6", "10^-6"), ("6%", "6"), ("0.5", "5"), ("biased", "unbiased"), (r"\mu", r"\nu")],
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("compound", "whole"),
    [("batch_size", "batchsize"), ("over-fitting", "overfitting"), ("TypeError", "typeerror")],
)
def test_a_compound_is_also_kept_whole(compound: str, whole: str) -> None:
    assert READER.read(whole).vocabulary <= READER.read(compound).vocabulary


def test_clauses_end_at_pauses_and_conjunctions() -> None:
    words = READER.read("It is small, but it grows because time passes")
    clause_of = dict(zip(words.stems, words.clauses, strict=True))
    assert clause_of["small"] < clause_of["grow"] < clause_of["time"] == clause_of["pass"]


@given(st.text(max_size=100))
def test_any_text_is_read_in_lower_case(text: str) -> None:
    words = READER.read(text)
    assert len(words.stems) == len(words.clauses)
    assert list(words.clauses) == sorted(words.clauses)
    assert all(words.stems)
    assert READER.vocabulary(text) == frozenset(words.stems)


def test_threads_read_alike() -> None:
    texts = [f"replacement number{n} regularisation{n} of clocks" for n in range(200)]
    alone = [stems(text) for text in texts]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(WordReader().read, texts * 3))
    assert [words.stems for words in together] == alone * 3


def test_numerals_of_every_script_and_greek_signs_can_be_read() -> None:
    reader = WordReader()
    for character in map(chr, range(0x110000)):
        if character.isnumeric() or "\u0370" <= character <= "\u03ff":
            reader.read(f"{character} a{character} 1{character} {character}% {character}e5")
