"""Text that a page breaks off in the middle, by dots that stand for the rest."""

import re
from collections.abc import Iterator, Sequence

from desktop.bank.importing.page_lines import LineKind, PageLine
from desktop.domain.imported_question import FieldWarning

_CUT = re.compile(
    r"(?:\w[*_`]{0,3}|[)\"”'])\s?(?:\.{3,}|…|\[(?:\.{3}|…)\])[*_`\"”']{0,3}$|\[truncated\]$"
)
_NOT_CUT = re.compile(r"(?:\betc|and so on|and so forth|\d)\s?(?:\.{3,}|…)$")
_CODE_SPAN = re.compile(r"(`+)(?!`)[^`]*(?<!`)\1(?!`)")
_MATH_SPAN = re.compile(r"(?<!\\)\$(?=\S)[^$]*?(?<=\S)\$(?!\d)")
_QUOTED_WORDS = 4


def is_cut_off(text: str) -> bool:
    """Whether a paragraph ends in dots that stand for the rest of it."""
    return _CUT.search(text) is not None and _NOT_CUT.search(text) is None


def missing_marks(paragraph: str) -> str:
    """The marks that close what bold or code a cut-off paragraph leaves open; "" for any other."""
    if not is_cut_off(paragraph):
        return ""
    words = _MATH_SPAN.sub("", _CODE_SPAN.sub("", paragraph))
    return "".join(mark for mark in ("`", "**", "__") if words.count(mark) % 2 == 1)


def cut_off_warnings(field: str, name: str, lines: Sequence[PageLine]) -> tuple[FieldWarning, ...]:
    """A warning beside `field` that quotes how the paragraphs of some lines break off."""
    ends = [
        "… " + " ".join(re.sub(r"[*_`]", "", paragraph).split()[-_QUOTED_WORDS:])
        for paragraph in _paragraphs(lines)
        if is_cut_off(paragraph)
    ]
    if not ends:
        return ()
    places = "in one place" if len(ends) == 1 else f"in {len(ends)} places"
    told = ", ".join(f'"{end}"' for end in ends)
    return (FieldWarning(field, f"The {name} breaks off {places}: {told}."),)


def _paragraphs(lines: Sequence[PageLine]) -> Iterator[str]:
    paragraph: list[str] = []
    for line in lines:
        goes_on = line.kind is LineKind.TEXT and not (
            paragraph and is_cut_off(paragraph[-1]) and line.plain[:1].isupper()
        )
        if paragraph and not goes_on:
            yield " ".join(paragraph)
            paragraph = []
        if line.kind in {LineKind.TEXT, LineKind.ITEM}:
            paragraph.append(line.text)
    if paragraph:
        yield " ".join(paragraph)
