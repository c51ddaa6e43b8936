"""Lines with which a question begins in a text of many: headings, labels, bold lines, items."""

import re
from dataclasses import dataclass
from enum import IntEnum

from desktop.domain.markdown_lines import MarkdownLine

LONGEST_QUESTION = 2_000
_LONGEST_ASKING = 400
_ASKS = re.compile(
    r"(?:how|what|why|when|which|who|where|is|are|do|does|can|should|would|explain|discuss"
    r"|describe|compare|contrast|define|design|implement|derive|build|write|show|prove|given|walk"
    r"|tell|estimate|predict|evaluate|analy[sz]e|find|compute|calculate|suppose|debug|train|name"
    r"|list|differentiate|imagine|you)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:q(?:uestion)?\s{0,2}#?\d{0,5}\s{0,2}[.:)\-–—]|q\d{1,5}\b|question\s#?\d{1,5}\b)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:\d{1,5}(?:\.\d{1,3}){0,2}\s{0,2}[.):]|\d{1,5}(?:\.\d{1,3}){1,2}|#\d{1,5})\s+"
)
_ITEM = re.compile(r"(?:[-*+•]|\d{1,5}[.)])\s+(?:\[[ xX]\]\s+)?")
_HEADING_IN_ITEM = re.compile(r"(#{1,6})\s+")
_BOLD = re.compile(r"(?:\*\*(?P<stars>[^*]{2,})\*\*|__(?P<lines>[^_]{2,})__)[\s:.]*")
_SUMMARY = re.compile(r"<summary>(.*?)</summary>", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ANSWER_WORDS = re.compile(
    r"(?:(?:show|see|view|reveal|click|expand|toggle|tap|open|sample|model|short|full|detailed|the|for)"
    r"\s){0,4}(?:here\s){0,1}(?:(?:to|for)\s){0,1}(?:(?:see|show|view|reveal|expand|the)\s){0,3}"
    r"(?:answers?|solutions?|details|explanation|hints?|me|more|here)\W*",
    re.IGNORECASE,
)
_CONTENTS_LINK = re.compile(r"\[.{0,400}\]\(#[^()]{0,400}\)[\s.]*")


class Style(IntEnum):
    """How a question begins, the surer the smaller."""

    HEADING = 0
    SUMMARY = 1
    LABEL = 2
    BOLD = 3
    ITEM = 4
    LINE = 5


@dataclass(frozen=True, slots=True)
class QuestionStart:
    """A line with which a question begins; `level` is that of a heading."""

    style: Style
    text: str
    level: int = 0
    is_asking: bool = True


def find_question_start(line: MarkdownLine) -> QuestionStart | None:
    """The question that a line begins, None if it begins none.

    Every top-level list item is one, and every line that tells to explain or the like;
    `is_asking` is False where the words ask nothing.
    """
    text = line.text.strip()
    if not text or not line.is_plain or len(text) > LONGEST_QUESTION:
        return None
    if line.heading:
        return _of_heading(line.heading.level, line.heading.text)
    summary = _SUMMARY.search(text)
    if summary:
        words = bare_question(summary[1])
        return QuestionStart(Style.SUMMARY, words) if words and not says_answer(words) else None
    if line.text[:1] in " \t>|<!":
        return None
    return _of_text(text)


def asks(words: str) -> bool:
    """Whether words are a question or tell to answer one."""
    return len(words) <= _LONGEST_ASKING and (
        _is_question(words) or _ASKS.match(words) is not None
    )


def says_answer(words: str) -> bool:
    """Whether words only say that an answer follows."""
    return len(words) <= _LONGEST_ASKING and _ANSWER_WORDS.fullmatch(words) is not None


def is_contents_link(text: str) -> bool:
    """Whether a line of a list only links to a place below it."""
    item = _ITEM.match(text.strip())
    bare = text.strip()[item.end() :] if item else text.strip()
    if bare.startswith("|") and "](#" in bare:
        return True
    return len(bare) <= LONGEST_QUESTION and _CONTENTS_LINK.fullmatch(bare) is not None


def bare_question(text: str) -> str:
    """The words of a question without its label, number, marks and tags."""
    words = _TAGS.sub("", text).strip() if "<" in text else text.strip()
    for _ in range(2):
        bold = _BOLD.fullmatch(words)
        words = (bold["stars"] or bold["lines"]).strip() if bold else words
        for mark in (_LABEL, _NUMBER):
            found = mark.match(words)
            words = words[found.end() :].strip() if found else words
    return words.removesuffix(":").strip() if not words.endswith("::") else words


def _is_question(words: str) -> bool:
    """Whether words end in a question mark, but for signs and links to where they are from."""
    end = words.rfind("?")
    rest = words[end + 1 :].strip()
    return end >= 0 and (rest.startswith("[[") or not any(map(str.isalnum, rest)))


def _of_heading(level: int, text: str) -> QuestionStart | None:
    if is_contents_link(text):
        return None
    bare = bare_question(text)
    is_labelled = _LABEL.match(text.strip("*_ ")) is not None
    is_numbered = _NUMBER.match(text.strip("*_ ")) is not None
    is_question = _is_question(bare)
    if is_labelled or (bare and not says_answer(bare) and (is_numbered or is_question)):
        return QuestionStart(Style.HEADING, bare, level, is_asking=is_question or is_labelled)
    return None


def _of_text(text: str) -> QuestionStart | None:
    item = _ITEM.match(text)
    rest = text[item.end() :] if item else text
    headed = _HEADING_IN_ITEM.match(rest) if item else None
    if item and headed:
        return _of_heading(len(headed[1]), rest[headed.end() :])
    return _of_words(text, rest, is_item=item is not None)


def _of_words(text: str, rest: str, *, is_item: bool) -> QuestionStart | None:
    bare = bare_question(rest)
    if is_contents_link(text) or says_answer(bare):
        return None
    if _LABEL.match(rest.lstrip("*_ ")) and not is_item:
        return QuestionStart(Style.LABEL, bare)
    if _BOLD.fullmatch(rest) and asks(bare):
        return QuestionStart(Style.BOLD, bare)
    if is_item and bare:
        return QuestionStart(Style.ITEM, bare, is_asking=asks(bare))
    is_line = not is_item and asks(bare)
    return QuestionStart(Style.LINE, bare, is_asking=bare.endswith("?")) if is_line else None
