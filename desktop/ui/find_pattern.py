"""What is looked for in a text: a term or a regular expression."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

MATCH_LIMIT = 1_000_000
"""Steps the matcher may take on one line, about 2 ms; Python's own could not be stopped at all."""

TOO_SLOW = "takes too long"

_REFERENCE = re.compile(r"\\([0-9\\nt])")


class FindOptions(NamedTuple):
    """How a term is read."""

    is_exact_case: bool = False
    is_whole_word: bool = False
    is_regular: bool = False


class Match(NamedTuple):
    """A place in a text, in UTF-16 units."""

    start: int
    end: int


class PatternTooSlow(Exception):  # noqa: N818 - a fact about the pattern
    """A line took the matcher more steps than it may take."""


class FindPattern:
    """Finds and replaces within one line; `fault` says in a few words why it cannot."""

    def __init__(self, term: str, options: FindOptions) -> None:
        flags = QRegularExpression.PatternOption.UseUnicodePropertiesOption
        if not options.is_exact_case:
            flags |= QRegularExpression.PatternOption.CaseInsensitiveOption
        self._is_regular = options.is_regular
        source = term if options.is_regular else QRegularExpression.escape(term)
        bare = QRegularExpression(source, flags)
        self.fault = "" if bare.isValid() else bare.errorString()
        if options.is_whole_word:
            source = rf"(?<!\w)(?:{source})(?!\w)"
        self._expression = QRegularExpression(f"(*LIMIT_MATCH={MATCH_LIMIT}){source}", flags)
        self.is_empty = not term

    def matches_in(self, line: str) -> Iterator[Match]:
        """The places in `line`, none of them empty; raises PatternTooSlow."""
        for match in self._found(line):
            yield Match(match.capturedStart(), match.capturedEnd())

    def substitutions(self, line: str, replacement: str) -> Iterator[tuple[Match, str]]:
        r"""The places in `line` with what replaces each; `\1` is a capture of an expression."""
        for match in self._found(line):
            yield (
                Match(match.capturedStart(), match.capturedEnd()),
                self._expanded(replacement, match),
            )

    def _found(self, line: str) -> Iterator[QRegularExpressionMatch]:
        places = self._expression.globalMatch(line)
        end = 0
        while places.hasNext():
            match = places.next()
            end = match.capturedEnd()
            if match.capturedLength():
                yield match
        if not (places.isValid() or self._expression.match(line, end).isValid()):
            raise PatternTooSlow

    def _expanded(self, replacement: str, match: QRegularExpressionMatch) -> str:
        if not self._is_regular:
            return replacement
        signs = {"\\": "\\", "n": "\n", "t": "\t"}

        def meaning(reference: re.Match[str]) -> str:
            sign = reference[1]
            return signs[sign] if sign in signs else match.captured(int(sign))

        return _REFERENCE.sub(meaning, replacement)
