"""Reads what a model wrote about a point, also while it is still writing."""

import re
from dataclasses import dataclass

from desktop.coach.quotes import QuotedText
from desktop.domain.mark import Verdict

_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_LABEL = re.compile(
    r"^[\s*_#>-]*(verdict|quote|comment)[\s*_]*:[ \t*_]*", re.MULTILINE | re.IGNORECASE
)
_LONGEST_LABEL = 14
_IN_QUOTES = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_LEAST_QUOTED_WORDS = 3
"""Less between quotation marks is a term, not a quote."""

_NO_QUOTE = frozenset({"", "none", "n/a", "no quote", "nothing", "-"})
_LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class CoachReply:
    """A reply taken apart; `start` and `end` are the code points of the answer it quotes.

    `dropped` counts the quotes that are neither in the answer nor in the question.
    """

    comment: str
    verdict: Verdict | None
    start: int
    end: int
    dropped: int


def read_reply(text: str, answer: QuotedText, asked: QuotedText, *, is_whole: bool) -> CoachReply:
    """What a reply says; what is not surely in the answer yet is held back until it is whole."""
    written = _THOUGHT.sub("", text).strip()
    labels = list(_LABEL.finditer(written))
    if not labels and not is_whole and len(written) < _LONGEST_LABEL:
        return CoachReply("", None, 0, 0, 0)
    parts: dict[str, list[str]] = {"verdict": [], "quote": [], "comment": []}
    parts["comment"].append(written[: labels[0].start()] if labels else written)
    for number, label in enumerate(labels):
        is_last = number + 1 == len(labels)
        end = len(written) if is_last else labels[number + 1].start()
        name = label[1].lower()
        if name == "comment" or not is_last or is_whole:
            parts[name].append(written[label.end() : end].strip())
    quotes = [quote for quote in parts["quote"] if quote.strip(" .\"'").lower() not in _NO_QUOTE]
    found = [answer.find(quote) for quote in quotes]
    stretch = next((one for one in found if one is not None), None)
    comment = "\n".join(part for part in parts["comment"] if part).strip()
    comment, invented = _without_invented(comment, answer, asked, is_whole=is_whole)
    return CoachReply(
        comment,
        _find_verdict(" ".join(parts["verdict"])),
        stretch.start if stretch else 0,
        stretch.end if stretch else 0,
        found.count(None) + invented,
    )


def _find_verdict(text: str) -> Verdict | None:
    """The one verdict in a text; a model that names several has not decided."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    named = [verdict for verdict in Verdict if verdict.value in words]
    return named[0] if len(named) == 1 and "not" not in words else None


def _without_invented(
    comment: str, answer: QuotedText, asked: QuotedText, *, is_whole: bool
) -> tuple[str, int]:
    """A comment without the quotes that stand nowhere, and how many those were."""
    dropped = 0

    def check(found: re.Match[str]) -> str:
        nonlocal dropped
        quote = found[1]
        if len(quote.split()) < _LEAST_QUOTED_WORDS or answer.find(quote) or asked.find(quote):
            return found[0]
        dropped += 1
        return _LEFT_OUT

    checked = _IN_QUOTES.sub(check, comment)
    if not is_whole:
        rest = _IN_QUOTES.sub(lambda found: "x" * len(found[0]), checked)
        begun = re.search(r"[\"“]", rest)
        checked = checked[: begun.start()] if begun else checked
    return checked, dropped
