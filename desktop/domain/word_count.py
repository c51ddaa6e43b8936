"""How many words an answer has, and how long it takes to say them."""

import re
from collections.abc import Iterator

from desktop.domain.markdown_lines import LineKind, scan_lines

WORDS_A_MINUTE = 140
"""A calm speaking pace; prepared talks and interviews run at 130 to 150 words a minute."""

_LONGEST_LINE = 20_000
"""Characters; a longer line is no prose, and looking for pairs in it would take long."""

_NUMBER_MARK = re.compile(r"[ \t>]*\d{1,9}[.)][ \t]+")
_UNSAID = re.compile(
    r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"  # code
    r"|\$\$.*?\$\$|\$(?=\S)[^$]*?(?<=\S)\$(?!\d)"  # math
    r"|(?<=\])\([^()\s]*\)"  # the target of a link
    r"|\[\^[^\]\s]*\]:?"  # the mark of a footnote
)
_PAIRED = frozenset("`$[")
_WORD = re.compile(
    r"https?://\S+"
    r"|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"  # kana and Chinese characters stand alone
    r"|[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+(?:['’.,-][^\W_]+)*"
)


def counted_words(text: str) -> Iterator[int]:
    """The words of `text` outside code and math, line by line, so that the count can pause."""
    for line in scan_lines(text):
        yield _words_in(line.text) if line.kind is LineKind.PLAIN else 0


def count_words(text: str) -> int:
    """How many words of `text` stand outside code and math."""
    return sum(counted_words(text))


def speaking_text(words: int) -> str:
    """About how long it takes to say so many words: "about 3 min to say"."""
    minutes = round(words / WORDS_A_MINUTE)
    return f"about {minutes} min to say" if minutes else "under a minute to say"


def _words_in(line: str) -> int:
    numbered = _NUMBER_MARK.match(line)
    said = line[numbered.end() :] if numbered else line
    if len(said) <= _LONGEST_LINE and not _PAIRED.isdisjoint(said):
        said = _UNSAID.sub(" ", said)
    return sum(1 for _ in _WORD.finditer(said))
