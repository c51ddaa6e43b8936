"""The words of a text in one spelling: lower case, stemmed, numbers in one form."""

import re
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from snowballstemmer.english_stemmer import EnglishStemmer

from desktop.coach.tex_words import in_plain_words

MOST_REMEMBERED = 50_000
"""Words kept at hand with their stems: more than a large bank has, few enough for any machine."""

_TOKEN = re.compile(
    r"""
    (?P<number>
        (?:(?<![\w.)\]])-)?
        (?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d+)
        (?:e[+-]?\d{1,3}(?!\w))?
        (?:\s?%|\ per\ ?cent\b)?
    )
    | (?P<word>[^\W\d_]\w*(?:['’][^\W\d_]+)?(?:(?<=\w\w)-[^\W\d_]{2}\w*)*)
    | (?P<pause>[,;:.!?()|—\n])
    """,
    re.VERBOSE,
)
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")
_SHORT_PART = 2
_SYMBOL = re.compile(
    r"([a-z]|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|rho|sigma|tau|phi|pi|omega|eta|psi)"
    r"(?:_(\w{1,3})|(\d+))"
)
_RUNNING_INDEX = frozenset("ijklnt")
_BRITISH = (
    (re.compile(r"is(e|es|ed|ing|er|ers|able|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"ysis$"), "yze"),
    (re.compile(r"ys(e|es|ed|ing|er|ers)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|ite|ites|able|al|ally|ful|hood|hoods|less)?$"), r"or\1"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
)
_LEAST_BRITISH = 6
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=2
    )
}
_CLAUSE_OPENING = """
    but because since while whereas although though so hence therefore thus if when which who
    and or unless yet
"""
_CLAUSE_OPENERS = frozenset(_CLAUSE_OPENING.split())


@dataclass(frozen=True, slots=True)
class Words:
    """The stems of a text in order; `clauses` numbers the clause each of them stands in.

    `wholes` are compound words as one: `batch_size` is read as "batch", "size" and whole.
    """

    stems: tuple[str, ...]
    clauses: tuple[int, ...]
    wholes: frozenset[str] = frozenset()

    @property
    def vocabulary(self) -> frozenset[str]:
        """All stems, the compound ones too."""
        return self.wholes.union(self.stems)


class WordReader:
    """Reads the words of texts; may be used from any thread."""

    def __init__(self) -> None:
        self._stemmer = EnglishStemmer()
        self._lock = Lock()
        self._read_token = lru_cache(MOST_REMEMBERED)(self._find_stems)

    def read(self, text: str) -> Words:
        """The words of a text in Markdown, TeX or code."""
        stems: list[str] = []
        clauses: list[int] = []
        wholes: set[str] = set()
        clause = 0
        for found in _TOKEN.finditer(in_plain_words(text)):
            if found.lastgroup == "pause":
                clause += 1
                continue
            token = found[0]
            clause += token in _CLAUSE_OPENERS
            read, whole = self._read_token(token)
            stems += read
            clauses += [clause] * len(read)
            if whole:
                wholes.add(whole)
        return Words(tuple(stems), tuple(clauses), frozenset(wholes))

    def vocabulary(self, text: str) -> frozenset[str]:
        """The stems of a text without their order."""
        tokens = {found[0] for found in _TOKEN.finditer(in_plain_words(text))}
        return frozenset(stem for token in tokens for stem in self._read_token(token)[0])

    def _find_stems(self, token: str) -> tuple[tuple[str, ...], str]:
        """The stems of a token, none for a pause, and the compound it makes, "" if none."""
        if token[0].isdecimal() or (token[0] in "-." and len(token) > 1):
            return (_canonical_number(token),), ""
        if not token[0].isalnum():
            return (), ""
        if token.isalpha() and (token.islower() or token[1:].islower()):
            word = token.lower()
            if word == "cannot":
                return ("can", "not"), ""
            return (_NUMBERS.get(word) or self._stem(word),), ""
        return self._find_compound(token)

    def _find_compound(self, token: str) -> tuple[tuple[str, ...], str]:
        """The stems of a token made of parts: contractions, symbols, identifiers, names."""
        plain = token.replace("’", "'")
        if "'" in plain:
            plain, _, ending = plain.partition("'")
            if ending == "t" and plain.endswith("n"):
                return (self._stem(plain[:-1].lower()), "not"), ""
        symbol = _SYMBOL.fullmatch(plain.lower())
        if symbol:
            index = symbol[2] or symbol[3]
            return (symbol[1] if index in _RUNNING_INDEX else f"{symbol[1]}_{index}",), ""
        parts = _PART.findall(plain)
        is_name = plain.isalpha() and min(map(len, parts)) <= _SHORT_PART  # such as LoRA
        if is_name or len(parts) == 1:
            return (self._stem(plain.lower()),), ""
        return tuple(self._stem(part.lower()) for part in parts), self._stem(
            "".join(parts).lower()
        )

    def _stem(self, word: str) -> str:
        if len(word) >= _LEAST_BRITISH:
            for ending, american in _BRITISH:
                word, changed = ending.subn(american, word)
                if changed:
                    break
        with self._lock:
            return str(self._stemmer.stemWord(word))


def _canonical_number(token: str) -> str:
    digits = token.rstrip("% percnt").replace(",", "")
    share = "%" if digits != token.replace(",", "") else ""
    return f"{float(digits):.12g}{share}"
